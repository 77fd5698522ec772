import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../electron/sync/postgres/connect.ts'
import { connectionTo } from '../../support/test-connection.ts'

const LIMIT = 4 * 1024 * 1024

function message(type: string, body: Buffer, claimedLength = body.length + 4): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(claimedLength, 1)
  return Buffer.concat([head, body])
}

/** An error or a notice, field by field. */
function fields(type: 'E' | 'N', text: string): Buffer {
  return message(type, Buffer.from(`SERROR\0C57014\0M${text}\0D${text}\0\0`))
}

const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])
/** A row of one value, and what says so. */
const ROW = message('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 100]), Buffer.alloc(100, 'x')]))
const COLUMNS = message('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from('a\0'), Buffer.alloc(18)]))

interface Lies {
  /** Sent when somebody connects. */
  readonly onConnect?: Buffer
  /** Sent once in answer to a statement. */
  readonly answer?: Buffer
  /** Sent after that, again and again. */
  readonly endless?: Buffer
}

/** A server that lets anybody in and answers every statement alike. */
async function lyingServer({ onConnect = WELCOME, answer = Buffer.alloc(0), endless }: Lies) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let isIn = false
    const flood = (): void => {
      if (endless === undefined || socket.destroyed) return
      socket.write(endless, flood)
    }
    socket.on('data', () => {
      if (isIn) socket.write(answer, flood)
      else if (onConnect === WELCOME) socket.write(onConnect)
      else socket.write(onConnect, flood)
      isIn = true
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const open = () =>
    connect(connectionTo(`postgres://me@127.0.0.1:${port}/db?sslmode=disable`), {
      silenceMs: 60_000,
      closeMs: 100,
      answerBytes: LIMIT,
    })
  return { open }
}

/** What a statement fails with. */
async function failureOf(lies: Lies): Promise<unknown> {
  const { open } = await lyingServer(lies)
  const connection = await open()
  try {
    return await connection.query('select 1').then(
      () => 'answered',
      (thrown: unknown) => thrown,
    )
  } finally {
    connection.destroy()
  }
}

const TOO_MUCH = {
  code: 'source-other',
  message: 'The database sent more than 4 MB for one question.',
  kept: 'What was already read is kept.',
}
const block = (of: Buffer) => Buffer.concat(Array.from({ length: 1000 }, () => of))

describe('a server that sends more than anybody asked for', () => {
  it('is cut off where its rows have no end', async () => {
    expect(await failureOf({ answer: COLUMNS, endless: block(ROW) })).toMatchObject(TOO_MUCH)
  })

  it('is cut off where one message has no end', async () => {
    const answer = Buffer.concat([COLUMNS, message('D', Buffer.alloc(0), 2_000_000_000)])
    expect(await failureOf({ answer, endless: Buffer.alloc(100_000, 'x') })).toMatchObject(TOO_MUCH)
  })

  it('is cut off where it floods with notices', async () => {
    expect(await failureOf({ endless: block(fields('N', 'listen to me')) })).toMatchObject(TOO_MUCH)
  })

  it('is cut off where it does so while the connection is made', async () => {
    const { open } = await lyingServer({
      onConnect: message('R', Buffer.alloc(4)),
      endless: block(fields('N', 'wait')),
    })
    await expect(open()).rejects.toMatchObject(TOO_MUCH)
  })
})

describe('an error of the server', () => {
  it('is cut to one line that people read, and keeps its code', async () => {
    const text = `no\r\n\u001b[31mroom ${'for this '.repeat(100_000)}`
    const failure = (await failureOf({
      answer: Buffer.concat([fields('E', text), message('Z', Buffer.from('I'))]),
    })) as Error
    expect(failure).toMatchObject({ code: '57014' })
    expect(failure.message).toMatch(/^no \[31mroom for this /u)
    expect(failure.message.length).toBeLessThanOrEqual(501)
    expect(failure).not.toHaveProperty('detail')
    expect(failure.stack!.length).toBeLessThan(5000)
  })

  it('that refuses the connection is cut likewise', async () => {
    const { open } = await lyingServer({ onConnect: fields('E', `go\naway ${'x'.repeat(900_000)}`) })
    const failure = (await open().catch((thrown: unknown) => thrown)) as Error
    expect(failure.message.length).toBeLessThan(700)
    expect(failure.message).not.toContain('\n')
  })
})
