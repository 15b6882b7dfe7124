import { describe, expect, it } from 'vitest';
import { run } from '../support/check-folder.js';

describe('linkspan explain', () => {
  it('prints the page of a code', async () => {
    const { code, out } = await run('explain', 'probe_service_port');
    expect([code, out.split('\n')[0]]).toEqual([0, '### PROBE_SERVICE_PORT']);
    expect(out).toContain('- Seen as: probe fails forever;');
  });

  it('lists every code', async () => {
    const { out } = await run('explain');
    expect(out).toContain(
      'PROBE_SERVICE_PORT           error    a probe Service without the port that is probed\n',
    );
  });
});
