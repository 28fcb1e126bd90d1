const ROWS = 1000
const MATERIALS = ['Oak', 'Steel', 'Linen', 'Wool', 'Glass', 'Cork', 'Bamboo', 'Copper']
const THINGS = ['desk lamp', 'kettle', 'throw blanket', 'carafe', 'notebook stand', 'bread bin', 'wall hook', 'tray']
const COLOURS = ['Natural', 'Black', 'Sand', 'Sea green', 'Brick']
const HEADER = 'SKU,Name,Description,Price,Active,Material,Colour'

/** A catalogue to try: 1,000 rows, of which a few repeat a SKU and a few are broken in the usual ways. */
export function sampleFile(): File {
  const rows = Array.from({ length: ROWS }, (_, index) => rowOf(index))
  rows[249] = rowOf(248)
  rows[499] = rowOf(12).replace(/,\d+\.\d\d,/, ',19.90,')
  rows[120] = 'SAMPLE-0121,Oak tray,Price with a unit,from 12,yes,Oak,Natural'
  rows[310] = ',Wall hook without a SKU,,7.50,yes,Steel,Black'
  rows[655] = 'SAMPLE-0656,,The name is missing,24.00,yes,Wool,Sand'
  rows[801] = 'SAMPLE-0802,Glass carafe,Neither yes nor no,31.00,perhaps,Glass,Sea green'
  return new File([[HEADER, ...rows].join('\n'), '\n'], 'sample-catalogue.csv', { type: 'text/csv' })
}

function rowOf(index: number): string {
  const material = pick(MATERIALS, index)
  const thing = pick(THINGS, index * 3 + Math.floor(index / 8))
  const price = (4 + ((index * 7919) % 19_600) / 100).toFixed(2)
  const active = index % 9 === 4 ? 'no' : 'yes'
  const sku = `SAMPLE-${String(index + 1).padStart(4, '0')}`
  return `${sku},${material} ${thing},"${material}, made to last; number ${index + 1}",${price},${active},${material},${pick(COLOURS, index)}`
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? ''
}
