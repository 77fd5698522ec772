declare module 'pgpass' {
  interface Wanted {
    readonly host: string
    readonly port: number
    readonly database: string
    readonly user: string
  }
  /** Looks a password up in $PGPASSFILE or ~/.pgpass; undefined where there is none. */
  const pgpass: (wanted: Wanted, done: (password: string | undefined) => void) => void
  export default pgpass
}
