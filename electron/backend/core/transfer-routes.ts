import { publicReport } from './public-report.ts'
import { type FileTransfers, MAX_FILE_BYTES } from './file-transfers.ts'

const DOWNLOAD = /^\/download\/(?<id>[0-9a-f-]{36})$/u

/** GET /download/<id> of a prepared file, once, and PUT /upload; null: the request is about neither. */
export async function handleTransfer(
  request: Request,
  pathname: string,
  transfers: FileTransfers,
): Promise<Response | null> {
  if (request.method === 'PUT' && pathname === '/upload') return upload(request, transfers)
  const id = request.method === 'GET' ? DOWNLOAD.exec(pathname)?.groups?.['id'] : undefined
  if (id === undefined) return null
  const download = await transfers.takeDownload(id)
  if (download === null) return null
  return new Response(download.body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(download.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
      'cache-control': 'no-store',
    },
  })
}

async function upload(request: Request, transfers: FileTransfers): Promise<Response> {
  if (request.headers.get('content-type') !== 'application/octet-stream' || request.body === null) {
    return Response.json({ report: { code: 'invalid-input', message: 'The request holds no file.' } }, { status: 415 })
  }
  try {
    return Response.json(await transfers.receive(request.body, MAX_FILE_BYTES), {
      headers: { 'cache-control': 'no-store' },
    })
  } catch (thrown) {
    const report = publicReport(thrown)
    if (report.code === 'internal') throw thrown
    return Response.json({ report }, { status: report.code === 'disk-full' ? 507 : 413 })
  }
}
