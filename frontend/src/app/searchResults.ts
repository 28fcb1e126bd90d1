export interface Found {
  title: string
  /** What it is, in a word or two. */
  kind: string
  to: string
}

const PAGES: Found[] = [
  { title: 'Import a file', kind: 'page', to: '/upload' },
  { title: 'Products', kind: 'page', to: '/products' },
  { title: 'New product', kind: 'action', to: '/products?product=new' },
  { title: 'Jobs', kind: 'page', to: '/jobs' },
  { title: 'Settings: profiles', kind: 'page', to: '/settings' },
]

const IMPORTS = 5

/** Products first, because they are looked for most; then imports and pages whose name has each word. */
export function foundIn(text: string, products: { id: number; sku: string; name: string }[], imports: ReadonlyMap<string, string>): Found[] {
  const words = text.toLowerCase().split(/\s+/)
  const fits = (title: string) => words.every((word) => title.toLowerCase().includes(word))
  return [
    ...products.map(({ id, sku, name }) => ({ title: `${sku} · ${name}`, kind: 'product', to: `/products?product=${id}` })),
    ...[...imports].filter(([, name]) => fits(name)).slice(0, IMPORTS).map(([id, name]) => ({ title: name, kind: 'import', to: `/imports/${id}` })),
    ...PAGES.filter(({ title }) => fits(title)),
  ]
}
