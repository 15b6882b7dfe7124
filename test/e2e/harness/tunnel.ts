import { createServer, connect } from 'node:net';
import { freePort } from './free-port.js';

/** A way to servers by names that no DNS knows. */
export interface Tunnel {
  /** Environment that makes Go programs take it; addresses of the loopback interface never do. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/**
 * A proxy that knows `host:port` pairs and connects each to a server on this machine; all others are refused.
 *
 * So a kubeconfig is used as it is, with the address that it would have in real life and the certificate for it.
 */
export async function openTunnel(servers: Readonly<Record<string, string>>): Promise<Tunnel> {
  const port = await freePort();
  const proxy = createServer((client) => {
    client.on('error', () => client.destroy());
    client.once('data', (head: Buffer) => {
      const wanted = /^CONNECT (\S+) HTTP/.exec(head.toString())?.[1] ?? '';
      const server = servers[wanted];
      if (server === undefined) {
        client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      const upstream = connect(Number(new URL(server).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  return { env: { HTTPS_PROXY: `http://127.0.0.1:${port}` }, close: () => proxy.close() };
}
