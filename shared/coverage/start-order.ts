/** Buckets up to this size are sorted by insertion. */
const SMALL_BUCKET = 32

/** Indices of `starts` in ascending order of value. Linear in time where the values spread, as session starts do. */
export function orderByStart(starts: Float64Array): Uint32Array {
  const length = starts.length
  const order = new Uint32Array(length)
  for (let index = 0; index < length; index++) order[index] = index
  if (isAscending(starts)) return order

  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const start of starts) {
    if (start < low) low = start
    if (start > high) high = start
  }
  const scale = (length - 1) / (high - low)
  const bucketEnds = new Uint32Array(length + 1)
  for (const start of starts) bucketEnds[Math.floor((start - low) * scale) + 1]! += 1
  for (let bucket = 1; bucket <= length; bucket++) bucketEnds[bucket]! += bucketEnds[bucket - 1]!
  // From here on an entry moves from the start of its bucket to its end.
  for (let index = 0; index < length; index++) {
    const bucket = Math.floor((starts[index]! - low) * scale)
    order[bucketEnds[bucket]!] = index
    bucketEnds[bucket]! += 1
  }
  let begin = 0
  for (let bucket = 0; bucket < length; bucket++) {
    const end = bucketEnds[bucket]!
    if (end - begin > 1) sortBucket(order.subarray(begin, end), starts)
    begin = end
  }
  return order
}

function isAscending(values: Float64Array): boolean {
  for (let index = 1; index < values.length; index++) {
    if (values[index]! < values[index - 1]!) return false
  }
  return true
}

function sortBucket(bucket: Uint32Array, starts: Float64Array): void {
  if (bucket.length > SMALL_BUCKET) {
    bucket.sort((a, b) => starts[a]! - starts[b]!)
    return
  }
  for (let next = 1; next < bucket.length; next++) {
    const index = bucket[next]!
    let place = next
    while (place > 0 && starts[bucket[place - 1]!]! > starts[index]!) {
      bucket[place] = bucket[place - 1]!
      place--
    }
    bucket[place] = index
  }
}
