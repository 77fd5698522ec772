/** Where a platform is read from, as people know it: "user@host/database" of a connection without its parameters. */
export function placeText(url: string): string {
  return /^[a-z]+:\/\/([^?]*)/iu.exec(url)?.[1]?.replace(/\/$/u, '') ?? url
}
