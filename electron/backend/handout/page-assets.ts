/**
 * The style sheet and the script of a page for the phone: both stand in the file, and its policy allows these two by their hashes alone.
 * Without the script nothing is missing; it puts today first, dims what is over, and opens everything for paper.
 */
export const PAGE_STYLE = `:root{color-scheme:light dark;--paper:#fff;--ground:#f5f5f3;--line:#e1e1dc;--text:#1f211e;--quiet:#5c5f58;--accent:#24578f;--soft:#e6eef7}
@media (prefers-color-scheme:dark){:root{--paper:#1f221f;--ground:#161816;--line:#363a35;--text:#eceee9;--quiet:#a9ada4;--accent:#8cb8ea;--soft:#22303f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Open Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:16px}
h1{margin:0 0 4px;font-size:1.5rem;line-height:1.2}
h2{margin:24px 0 8px;font-size:1.125rem}
h3{margin:16px 0 4px;font-size:.9375rem;font-weight:600}
p{margin:0}
.quiet,footer{color:var(--quiet);font-size:.875rem}
footer{margin-top:32px}
ol,ul{margin:0;padding:0;list-style:none}
section.next{margin-top:16px;padding:12px 16px;border-radius:12px;background:var(--soft)}
section.next h2{margin:0 0 4px;color:var(--accent)}
.shifts li{padding:8px 0;border-bottom:1px solid var(--line)}
section.next .shifts li{padding:0;border:0}
.when{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px}
.note{font-style:italic}
.changes li{margin:0 0 8px;padding-inline-start:12px;border-inline-start:3px solid var(--accent)}
details{margin-bottom:8px;border:1px solid var(--line);border-radius:8px;background:var(--paper)}
summary{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;padding:12px;cursor:pointer;font-weight:600}
summary .quiet{font-weight:400}
summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:8px}
details>ul,details>ol,details>h3{padding:0 12px}
details>ul{padding-bottom:8px}
.team li{display:flex;flex-wrap:wrap;gap:0 12px;padding:4px 0}
.team .times{flex:0 0 10rem;color:var(--quiet)}
.who .quiet,.who .note{display:block;font-size:.875rem}
.team .who{flex:1 1 8rem}
.mine{font-weight:600}
.mine .times{color:inherit}
.today{border-color:var(--accent)}
.mark{margin-inline-start:8px;padding:0 8px;border-radius:8px;background:var(--soft);color:var(--accent);font-size:.8125rem;font-weight:600}
.over{color:var(--quiet)}
details.past{border-style:dashed}
[hidden]{display:none}
@media print{:root{color-scheme:light;--paper:#fff;--ground:#fff;--line:#85867f;--text:#000;--quiet:#444;--accent:#000;--soft:#fff}body{font-size:10pt}main{max-width:none;padding:0}section.next{display:none}details::details-content{content-visibility:visible;display:block;height:auto}details{border:0;margin:0}summary{padding:4px 0;list-style:none}summary::-webkit-details-marker{display:none}details>ul,details>ol,details>h3{padding:0}li{break-inside:avoid}section.team,section.people{columns:2;column-gap:8mm;font-size:9pt}section.team h2,section.people h2{column-span:all}.team li{padding:1px 0}.team .times{flex-basis:8rem}.who .quiet,.who .note{display:inline;margin-inline-start:6px}.team .quiet,.team .note,.people .quiet,.people .note{font-size:inherit}.shifts li{padding:3px 0}@page{margin:14mm}h2,h3,summary{break-after:avoid}}`

export const PAGE_SCRIPT = `(() => {
const now = Date.now()
const all = (query, root = document) => [...root.querySelectorAll(query)]
const dateIn = (zone) => {
  try { return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory', numberingSystem: 'latn' }).format(now) } catch { return '' }
}
const mark = (element, text) => {
  const label = document.createElement('span')
  label.className = 'mark'
  label.textContent = text
  element.append(label)
}
const next = document.querySelector('section.next')
if (next) {
  const shifts = all('section.own li')
  for (const shift of shifts) if (Number(shift.dataset.end) <= now) shift.classList.add('over')
  const coming = shifts.find((shift) => Number(shift.dataset.end) > now)
  const list = next.querySelector('ol')
  if (coming && list) {
    list.replaceChildren(coming.cloneNode(true))
    const isNow = Number(coming.dataset.start) <= now
    if (isNow) mark(next.querySelector('h2'), next.dataset.now)
    else if (coming.dataset.date === dateIn(next.dataset.zone)) mark(next.querySelector('h2'), next.dataset.today)
  } else if (list) {
    list.remove()
    next.querySelector('p[hidden]').hidden = false
  }
}
const team = document.querySelector('section.team')
if (team) {
  const today = dateIn(team.dataset.zone)
  const days = all('details', team)
  const past = days.filter((day) => day.dataset.date < today)
  if (today && past.length < days.length) {
    for (const day of days) day.open = false
    const first = days[past.length]
    first.open = true
    if (first.dataset.date === today) {
      first.classList.add('today')
      mark(first.querySelector('summary time'), team.dataset.today)
    }
    if (past.length > 0) {
      const box = document.createElement('details')
      box.className = 'past'
      const title = document.createElement('summary')
      title.textContent = team.dataset.past
      box.append(title, ...past)
      team.append(box)
    }
  }
}
let shut = []
addEventListener('beforeprint', () => {
  shut = all('details:not([open])')
  for (const one of shut) one.open = true
})
addEventListener('afterprint', () => {
  for (const one of shut) one.open = false
})
})()`
