import { parseSync, Visitor } from 'vite'

/** A small change of a program that a test should notice. */
export interface Mutation {
  /** Where the text stands that is replaced, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** From 1. */
  readonly line: number
}

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

/** Every change that is tried in a module: operators, conditions, numbers, booleans and calls that stand alone. Throws where it is no TypeScript. */
export function mutationsOf(source: string, fileName: string): readonly Mutation[] {
  const { program, errors } = parseSync(fileName, source)
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]!.message}`)
  const found: Mutation[] = []
  const add = (start: number, end: number, text: string): void => {
    found.push({ start, end, text, line: source.slice(0, start).split('\n').length })
  }
  /** The operator between two operands, without the comments that may stand there. */
  const operator = (left: { readonly end: number }, right: { readonly start: number }, sign: string): void => {
    const other = OTHER_OPERATOR[sign]
    const at = source.indexOf(sign, left.end)
    if (other !== undefined && at >= 0 && at < right.start) add(at, at + sign.length, other)
  }
  const condition = (test: { readonly start: number; readonly end: number }): void => {
    add(test.start, test.end, 'true')
    add(test.start, test.end, 'false')
  }
  new Visitor({
    BinaryExpression: (node) => operator(node.left, node.right, node.operator),
    LogicalExpression: (node) => operator(node.left, node.right, node.operator),
    IfStatement: (node) => condition(node.test),
    ConditionalExpression: (node) => condition(node.test),
    WhileStatement: (node) => add(node.test.start, node.test.end, 'false'),
    UnaryExpression: (node) => {
      if (node.operator === '!') add(node.start, node.start + 1, '')
    },
    Literal: (node) => {
      if (typeof node.value === 'boolean') add(node.start, node.end, String(!node.value))
      if (typeof node.value === 'number') add(node.start, node.end, `(${node.raw ?? String(node.value)} + 1)`)
    },
    ExpressionStatement: ({ expression, start, end }) => {
      if (expression.type === 'CallExpression') add(start, end, ';')
    },
  }).visit(program)
  return found.filter(({ start }) => !isInType(source, start))
}

/** Literals of types are literals too, and change nothing that runs. */
function isInType(source: string, at: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', at) + 1)
  return /^\s*(?:export )?(?:type|interface)\s|^\s*readonly /u.test(line)
}

/** The program with a mutation in it. */
export function mutate(source: string, { start, end, text }: Mutation): string {
  return source.slice(0, start) + text + source.slice(end)
}
