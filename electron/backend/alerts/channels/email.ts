import { connect, type LookupFunction, type Socket } from 'node:net'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { AlertChannel } from '../../../../shared/alerts/alert-rule.ts'
import { type Attempt, attemptWithin } from '../attempt-within.ts'
import { AddressProblem, checkHost, pinnedLookup, resolveBySystem } from '../check-address.ts'
import { ATTEMPT_MS, type Delivery, type Outgoing } from '../delivery.ts'
import { problemOf, type LineOptions } from '../post-webhook.ts'

type EmailChannel = Extract<AlertChannel, { readonly kind: 'email' }>

/** Sends one text by the customer's mail server: to the address that was checked, and within ten seconds. */
export async function sendEmail(
  {
    channel,
    password,
    message,
  }: {
    readonly channel: EmailChannel
    /** null: the server asks for none. */
    readonly password: string | null
    readonly message: Outgoing
  },
  { resolve = resolveBySystem, limitMs = ATTEMPT_MS, ca }: LineOptions = {},
): Promise<Delivery> {
  const attempt = async ({ signal, mayBegin }: Attempt): Promise<Delivery> => {
    const { host, port, security, user, from, to } = channel
    const checked = await checkHost(host, resolve)
    signal.throwIfAborted()
    if (checked.isPrivate && !channel.mayBePrivate) throw new AddressProblem('private')
    if (security === 'none' && !checked.isLoopback) throw new AddressProblem('insecure')
    const socket = await openSocket({ host, port, lookup: pinnedLookup(checked), signal })
    const connection = new SMTPConnection({
      connection: socket,
      host,
      port,
      name: 'covercast.invalid',
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      // Said outright: no variable of the environment turns it off.
      tls: { servername: host, rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
      connectionTimeout: limitMs,
      greetingTimeout: limitMs,
      socketTimeout: limitMs,
    })
    // Whatever it says after it was given up concerns nobody.
    connection.on('error', () => undefined)
    socket.on('error', () => undefined)
    signal.addEventListener('abort', () => connection.close())
    await ready(connection)
    if (user !== '' || password !== null) await loggedIn(connection, { user, pass: password ?? '' })
    const mail = await compose({ from, to, message })
    if (!(await mayBegin(message.startSending))) return { kind: 'lost' }
    const { rejected } = await sent(connection, { from, to: [...to] }, mail)
    // The others have it: it is not sent again, and they learn when it is over.
    return rejected.length === 0 ? { kind: 'sent' } : { kind: 'unconfirmed', problem: 'some-recipients' }
  }
  return attemptWithin(limitMs, attempt, judgeFailure)
}

async function compose({
  from,
  to,
  message,
}: {
  readonly from: string
  readonly to: readonly string[]
  readonly message: Outgoing
}): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: [...to],
    subject: message.text.title,
    text: message.text.lines.join('\n'),
    // The same for each attempt: mail programs show one.
    messageId: `<${message.id}@covercast.invalid>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

function openSocket(options: {
  readonly host: string
  readonly port: number
  readonly lookup: LookupFunction
  readonly signal: AbortSignal
}): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(options)
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })
}

function ready(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((failure?: unknown) => (failure ? reject(failure) : resolve()))
  })
}

function loggedIn(
  connection: SMTPConnection,
  credentials: { readonly user: string; readonly pass: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.login({ ...credentials }, (failure?: unknown) => (failure ? reject(failure) : resolve()))
  })
}

function sent(
  connection: SMTPConnection,
  envelope: { readonly from: string; readonly to: string[] },
  mail: Buffer,
): Promise<SMTPConnection.SentMessageInfo> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.send({ ...envelope }, mail, (failure, info) => (failure ? reject(failure) : resolve(info)))
  })
}

interface MailFailure {
  readonly code?: string
  readonly responseCode?: number
}

function judgeFailure(thrown: unknown, isSending: boolean): Delivery {
  const { code, responseCode = 0 } = (thrown ?? {}) as MailFailure
  // The server said no: it has not taken the message.
  if (responseCode >= 400) {
    const problem =
      code === 'EAUTH' ? 'login' : code === 'EENVELOPE' ? 'recipients' : (`status:${responseCode}` as const)
    return { kind: responseCode < 500 || code === 'EAUTH' ? 'retry' : 'failed', problem }
  }
  if (isSending) return { kind: 'unconfirmed', problem: 'no-answer' }
  // The library gives failures of certificates the code of any failed line, and the words of TLS.
  const isCertificate = code === 'ESOCKET' && thrown instanceof Error && /certificate/iu.test(thrown.message)
  const problem = code === 'EAUTH' || code === 'ENOAUTH' ? 'login' : isCertificate ? 'tls' : problemOf(thrown)
  return { kind: ['private', 'insecure', 'forbidden-address'].includes(problem) ? 'failed' : 'retry', problem }
}
