import { placeText } from '../../diagnostics/render-text.js';
import { markdownTable, textTable } from '../prediction/table.js';
import type { PredictionFormat } from '../prediction/render-prediction.js';
import type { ReachAnswer, ReachStep } from './reach.js';

function row({ check, verdict, message, place }: ReachStep): string[] {
  const at = place === undefined ? '' : placeText(place);
  return [verdict === 'unknown' ? '?' : verdict, check, at === '' ? message : `${message} (${at})`];
}

/** The step that decides: the first broken one, else the first that is not known. */
function deciding({ steps }: ReachAnswer): ReachStep | undefined {
  return steps.find((step) => step.verdict === 'no') ?? steps.find((step) => step.verdict === 'unknown');
}

/** An answer as text, Markdown or JSON: the link that decides first, then the whole chain. */
export function renderReach(question: string, answer: ReachAnswer, format: PredictionFormat): string {
  if (format === 'json') return `${JSON.stringify({ question, ...answer }, null, 2)}\n`;
  const first = deciding(answer);
  const dial = answer.answer === 'yes' && answer.address !== undefined ? `: dial ${answer.address}` : '';
  const title = `${answer.answer}${dial}`;
  const reason = first === undefined ? [] : [`${first.check}: ${first.message}`];
  const place = first?.place === undefined ? '' : placeText(first.place);
  const details = [
    ...(place === '' ? [] : [`at:  ${place}`]),
    ...(first?.fix === undefined ? [] : [`fix: ${first.fix}`]),
  ];
  if (format === 'markdown') {
    const lines = [
      `## ${question}`,
      '',
      `**${title}**`,
      '',
      ...[...reason, ...details].map((line) => `- ${line}`),
      '',
    ];
    return `${[...lines, ...markdownTable([['', 'CHECK', 'FINDING'], ...answer.steps.map(row)])].join('\n')}\n`;
  }
  const chain = textTable(answer.steps.map(row)).map((line) => `  ${line}`);
  return `${[title, ...reason.map((line) => `  ${line}`), ...details.map((line) => `    ${line}`), '', 'The chain:', ...chain].join('\n')}\n`;
}
