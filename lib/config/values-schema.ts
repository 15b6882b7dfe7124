import valuesSchema from '../../config/schema/values.schema.json' with { type: 'json' };
import type { JsonSchema } from './validate/json-schema.js';

const { definitions } = valuesSchema;

/** The schema of the chart's values alone: editors are also told of the wrapper, which is taken off before. */
export const chartValuesSchema = {
  ...definitions.ChartValues,
  definitions,
  // the type that TypeScript infers for a JSON file is far narrower than what it means
} as unknown as JsonSchema;
