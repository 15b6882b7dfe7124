import type { TestObject } from './own-fleet.js';

/** The configuration of an agent that scrapes metrics. */
export const agent = (text: string): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'agent', namespace: 'monitoring' },
  data: { 'config.alloy': text },
});
