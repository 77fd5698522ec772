/** What people call a place that has no zone of its own, or whose zone has an old name. */
const ALIASES: readonly (readonly [names: string, zones: readonly string[]])[] = [
  [
    'Kolkata India Mumbai Delhi New Delhi Bangalore Bengaluru Chennai Hyderabad Pune',
    ['Asia/Calcutta', 'Asia/Kolkata'],
  ],
  ['Kyiv Ukraine', ['Europe/Kiev', 'Europe/Kyiv']],
  ['Ho Chi Minh City Vietnam Hanoi', ['Asia/Saigon', 'Asia/Ho_Chi_Minh']],
  ['Kathmandu Nepal', ['Asia/Katmandu', 'Asia/Kathmandu']],
  ['Yangon Myanmar Burma', ['Asia/Rangoon', 'Asia/Yangon']],
  ['China Beijing Shenzhen Guangzhou', ['Asia/Shanghai']],
  ['Japan Osaka Kyoto', ['Asia/Tokyo']],
  ['Korea Busan', ['Asia/Seoul']],
  ['United Arab Emirates Abu Dhabi', ['Asia/Dubai']],
  ['Saudi Arabia Jeddah', ['Asia/Riyadh']],
  ['Pakistan Lahore Islamabad', ['Asia/Karachi']],
  ['Bangladesh', ['Asia/Dhaka']],
  ['Israel Tel Aviv', ['Asia/Jerusalem']],
  ['Indonesia Bali', ['Asia/Jakarta', 'Asia/Makassar']],
  ['Philippines Cebu', ['Asia/Manila']],
  ['Turkey Türkiye Ankara', ['Europe/Istanbul']],
  ['UK United Kingdom England Britain Scotland Manchester Edinburgh', ['Europe/London']],
  ['Germany Munich München Hamburg Frankfurt Cologne', ['Europe/Berlin']],
  ['France Lyon', ['Europe/Paris']],
  ['Spain Barcelona', ['Europe/Madrid']],
  ['Italy Milan Milano', ['Europe/Rome']],
  ['Netherlands Holland Rotterdam', ['Europe/Amsterdam']],
  ['Switzerland Geneva Basel', ['Europe/Zurich']],
  ['Poland Krakow', ['Europe/Warsaw']],
  ['Portugal Porto', ['Europe/Lisbon']],
  ['Eastern US Boston Washington Miami Atlanta Philadelphia', ['America/New_York']],
  ['Central US Houston Dallas Austin', ['America/Chicago']],
  ['Mountain US Salt Lake City', ['America/Denver']],
  ['Pacific US San Francisco Seattle San Diego California', ['America/Los_Angeles']],
  ['Montreal Ottawa Quebec', ['America/Toronto']],
  ['Brazil Brasilia Rio de Janeiro', ['America/Sao_Paulo']],
  ['Argentina', ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires']],
  ['Nigeria', ['Africa/Lagos']],
  ['Kenya', ['Africa/Nairobi']],
  ['South Africa Cape Town', ['Africa/Johannesburg']],
  ['Australia Canberra', ['Australia/Sydney']],
  ['New Zealand Wellington', ['Pacific/Auckland']],
  ['GMT Greenwich Zulu universal', ['UTC']],
]

const namesByZone = new Map(ALIASES.flatMap(([names, zones]) => zones.map((zone) => [zone, names] as const)))
/** The winter and the summer of any year: a zone may have another name in each. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)]

/** Places in a zone, and what else people call it. */
export function zonePlaces(timeZone: string): string {
  return namesByZone.get(timeZone) ?? ''
}

/** A zone's id, and what its time is called ("Pacific Standard Time", "PST"). */
export function zoneNameParts(timeZone: string): string {
  const spoken = (['long', 'short'] as const).flatMap((timeZoneName) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName })
    return SEASONS.map(
      (season) => format.formatToParts(season).find((part) => part.type === 'timeZoneName')?.value ?? '',
    )
  })
  return [timeZone.replaceAll(/[_/]/gu, ' '), ...new Set(spoken)].join(' ')
}
