import type { Server } from 'restify';

/** Mounts `/healthz` (the process is alive) and `/readyz` (it can serve: 503 before it is ready and while it stops). */
export function mountHealth(server: Server, isReady: () => Promise<boolean>): void {
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  });
}
