/**
 * Solves A x = b for a symmetric, positive definite A given row by row (Cholesky). Where a pivot is not positive, that unknown is left
 * at 0.
 */
export function solveSymmetric(matrix: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = right.length
  const factor = Float64Array.from(matrix)
  const solution = Float64Array.from(right)
  const used = new Uint8Array(size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = factor[row * size + column]!
      for (let inner = 0; inner < column; inner++) sum -= factor[row * size + inner]! * factor[column * size + inner]!
      if (row === column) {
        const isPositive = sum > 1e-12 * Math.abs(matrix[row * size + row]!) && sum > 0
        used[row] = Number(isPositive)
        factor[row * size + row] = isPositive ? Math.sqrt(sum) : 1
      } else {
        factor[row * size + column] = used[column] === 1 ? sum / factor[column * size + column]! : 0
      }
    }
    if (used[row] === 0) for (let column = 0; column < row; column++) factor[row * size + column] = 0
  }
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < row; inner++) solution[row]! -= factor[row * size + inner]! * solution[inner]!
    solution[row] = used[row] === 1 ? solution[row]! / factor[row * size + row]! : 0
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < size; inner++) solution[row]! -= factor[inner * size + row]! * solution[inner]!
    solution[row] = used[row] === 1 ? solution[row]! / factor[row * size + row]! : 0
  }
  return solution
}

/** Entry (index, index) of the inverse of such a matrix; Infinity where it has none. */
export function inverseDiagonal(matrix: Float64Array, size: number, index: number): number {
  const unit = new Float64Array(size)
  unit[index] = 1
  const value = solveSymmetric(matrix, unit)[index]!
  return value > 0 ? value : Infinity
}
