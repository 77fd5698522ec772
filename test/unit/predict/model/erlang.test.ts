import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { erlangB, fillBlocking } from '../../../../shared/predict/model/erlang.ts'

const anyLoad = fc.oneof(
  fc.double({ min: 1e-6, max: 500, noNaN: true }),
  fc.constantFrom(0, 5e-324, 1e-200, 1e9, 1e300, Infinity),
)

describe('Erlang B', () => {
  it.each([
    [1, 1, 0.5],
    [2, 2, 0.4],
    [3, 2, 0.210526315789],
    [5, 3, 0.110054347826],
    [10, 5, 0.0183845703],
    [30, 25, 0.0526031722],
    [100, 84.064, 0.0099996829],
  ])('turns away the known share with %d servers and %d erlangs', (servers, load, blocking) => {
    expect(erlangB(servers, load)).toBeCloseTo(blocking, 10)
  })

  it.each([
    [1, 0.01010101],
    [2, 0.15259329],
    [5, 1.3607868],
    [10, 4.4611769],
    [20, 12.030615],
    [50, 37.901398],
  ])('loses 1 %% with %d servers at %d erlangs', (servers, load) => {
    expect(erlangB(servers, load)).toBeCloseTo(0.01, 8)
  })

  it('turns everybody away without servers, and nobody where nobody comes', () => {
    expect([erlangB(0, 3), erlangB(0, 0), erlangB(1, 0), erlangB(7, 0)]).toEqual([1, 1, 0, 0])
  })

  it('is finite, falls with each server and gains less with each', () => {
    fc.assert(
      fc.property(anyLoad, fc.integer({ min: 1, max: 300 }), (load, servers) => {
        const [fewer, here, more] = [servers - 1, servers, servers + 1].map((count) => erlangB(count, load)) as [
          number,
          number,
          number,
        ]
        expect(here).toBeGreaterThanOrEqual(0)
        expect(here).toBeLessThanOrEqual(1)
        expect(here).toBeLessThanOrEqual(fewer)
        expect(here - more).toBeLessThanOrEqual(fewer - here + 1e-12)
      }),
    )
  })

  it('grows with the load', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        anyLoad,
        fc.double({ min: 1, max: 3, noNaN: true }),
        (servers, load, factor) => {
          expect(erlangB(servers, load * factor)).toBeGreaterThanOrEqual(erlangB(servers, load) - 1e-15)
        },
      ),
    )
  })

  it('is the same for many numbers of servers in one pass', () => {
    fc.assert(
      fc.property(anyLoad, fc.integer({ min: 1, max: 5 }), (load, step) => {
        const blocking = new Float64Array(20)
        fillBlocking(blocking, load, step)
        expect([...blocking]).toEqual(Array.from(blocking, (_, index) => erlangB(index * step, load)))
      }),
    )
  })
})
