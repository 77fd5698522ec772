import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { SendProblem } from './delivery.ts'

export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

export interface CheckedHost {
  readonly addresses: readonly ResolvedAddress[]
  readonly isLoopback: boolean
  /** Of this computer or its network. */
  readonly isPrivate: boolean
}

/** An address that is not connected to, or a name that has none. */
export class AddressProblem extends Error {
  readonly problem: SendProblem
  constructor(problem: SendProblem) {
    super(problem)
    this.problem = problem
  }
}

export const resolveBySystem: Resolve = async (host) => systemLookup(host, { all: true, verbatim: true })

/**
 * Resolves a host once and judges every address it has: what is connected to afterwards is these addresses, so that a name that means
 * another computer a moment later changes nothing. Throws an `AddressProblem`.
 */
export async function checkHost(host: string, resolve: Resolve = resolveBySystem): Promise<CheckedHost> {
  const name = host.replaceAll(/^\[|\]$/gu, '')
  let addresses: readonly ResolvedAddress[]
  try {
    addresses = ipaddr.isValid(name)
      ? [{ address: name, family: ipaddr.parse(name).kind() === 'ipv6' ? 6 : 4 }]
      : await resolve(name)
  } catch {
    throw new AddressProblem('name-not-found')
  }
  if (addresses.length === 0) throw new AddressProblem('name-not-found')
  const ranges = addresses.map(({ address }) => rangeOf(address))
  if (ranges.includes('forbidden')) throw new AddressProblem('forbidden-address')
  return {
    addresses,
    isLoopback: ranges.every((range) => range === 'loopback'),
    isPrivate: ranges.some((range) => range !== 'public'),
  }
}

/** Answers a connection's question for the address with what was checked. */
export function pinnedLookup({ addresses }: CheckedHost): LookupFunction {
  return (_host, options, answer) => {
    if (options.all === true)
      answer(
        null,
        addresses.map((one) => ({ ...one })),
      )
    else answer(null, addresses[0]!.address, addresses[0]!.family)
  }
}

type AddressRange = 'public' | 'private' | 'loopback' | 'forbidden'

function rangeOf(address: string): AddressRange {
  if (!ipaddr.isValid(address)) return 'forbidden'
  // An IPv4 address inside an IPv6 one is what it says.
  const parsed = ipaddr.process(address)
  switch (parsed.range()) {
    case 'unicast':
      return 'public'
    case 'loopback':
      return 'loopback'
    case 'private':
    case 'uniqueLocal':
    case 'carrierGradeNat':
      return 'private'
    case 'rfc6052': {
      // Networks without IPv4 reach it through these.
      const parts = parsed.toByteArray().slice(12)
      return rangeOf(parts.join('.'))
    }
    default:
      // Link-local (where clouds answer for credentials), multicast, tunnels and what is reserved: nobody receives messages there.
      return 'forbidden'
  }
}
