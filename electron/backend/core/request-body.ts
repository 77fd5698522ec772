/** A request's body was larger than it may be. */
export const TOO_LARGE = Symbol('too large')

/** The same request with its body read, so that no handler meets more than `maxBytes`; or TOO_LARGE, without reading on. */
export async function withLimitedBody(request: Request, maxBytes: number): Promise<Request | typeof TOO_LARGE> {
  if (request.body === null) return request
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    await request.body.cancel()
    return TOO_LARGE
  }
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength
    // Leaving the loop cancels the rest.
    if (bytes > maxBytes) return TOO_LARGE
    chunks.push(chunk)
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  })
}
