import type { Request, Response, Server } from 'restify';

/** Mounts `/healthz` (the process is alive) and `/readyz` (it can serve: 503 before it is ready and while it stops). */
export function mountHealth(server: Server, isReady: () => Promise<boolean>): void {
  const alive = async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  };
  const ready = async (_request: Request, response: Response) => {
    const isServing = await isReady();
    response.send(isServing ? 200 : 503, { status: isServing ? 'ready' : 'not ready' });
  };
  for (const [path, handler] of [
    ['/healthz', alive],
    ['/readyz', ready],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
}
