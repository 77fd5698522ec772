/** A symmetric matrix as the product of a lower triangle and its transpose (Cholesky), row by row. */
interface Factor {
  readonly size: number
  readonly lower: Float64Array
  /** 0 where the pivot is not positive. */
  readonly used: Uint8Array
}

/**
 * Solves A x = b for a symmetric, positive definite A given row by row (Cholesky). Where a pivot is not positive, that unknown is left
 * at 0.
 */
export function solveSymmetric(matrix: Float64Array, right: ArrayLike<number>): Float64Array {
  return solveFactored(factorise(matrix, right.length), right)
}

/** The same where A may not be positive definite: null then. */
export function solvePositive(matrix: Float64Array, right: ArrayLike<number>): Float64Array | null {
  const factor = factorise(matrix, right.length)
  return factor.used.includes(0) ? null : solveFactored(factor, right)
}

/** Entry (index, index) of the inverse of such a matrix; Infinity where it has none. */
export function inverseDiagonal(matrix: Float64Array, size: number, index: number): number {
  const unit = new Float64Array(size)
  unit[index] = 1
  const value = solveSymmetric(matrix, unit)[index]!
  return value > 0 ? value : Infinity
}

function factorise(matrix: Float64Array, size: number): Factor {
  const lower = Float64Array.from(matrix)
  const used = new Uint8Array(size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = lower[row * size + column]!
      for (let inner = 0; inner < column; inner++) sum -= lower[row * size + inner]! * lower[column * size + inner]!
      if (row === column) {
        const isPositive = sum > 1e-12 * Math.abs(matrix[row * size + row]!) && sum > 0
        used[row] = Number(isPositive)
        lower[row * size + row] = isPositive ? Math.sqrt(sum) : 1
      } else {
        lower[row * size + column] = used[column] === 1 ? sum / lower[column * size + column]! : 0
      }
    }
    if (used[row] === 0) for (let column = 0; column < row; column++) lower[row * size + column] = 0
  }
  return { size, lower, used }
}

function solveFactored({ size, lower, used }: Factor, right: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < row; inner++) solution[row]! -= lower[row * size + inner]! * solution[inner]!
    solution[row] = used[row] === 1 ? solution[row]! / lower[row * size + row]! : 0
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < size; inner++) solution[row]! -= lower[inner * size + row]! * solution[inner]!
    solution[row] = used[row] === 1 ? solution[row]! / lower[row * size + row]! : 0
  }
  return solution
}
