// What a page may try on a server that is not its own: each try ends with a word on what came of it.
const product = { sku: 'stolen', name: 'Written by another page' }
const table = 'sku,name\nstolen,Written by another page\n'

function file() {
  return new File([table], 'stolen.csv', { type: 'text/csv' })
}

function uploaded() {
  const form = new FormData()
  form.append('file', file())
  return form
}

async function fetched(address, options) {
  try {
    const answer = await fetch(address, options)
    const text = await answer.text()
    return answer.type === 'opaque' ? `opaque${text}` : `read ${answer.status}`
  } catch {
    return 'refused'
  }
}

function loaded(name, attributes) {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), attributes)
    element.onload = () => resolve('read')
    element.onerror = () => resolve('refused')
    document.body.append(element)
  })
}

function framed(address) {
  return new Promise((resolve) => {
    const frame = Object.assign(document.createElement('iframe'), { src: address })
    frame.onload = () => {
      try {
        resolve(frame.contentWindow.document.body.textContent ? 'read' : 'empty')
      } catch {
        resolve('refused')
      }
    }
    document.body.append(frame)
  })
}

async function opened(address) {
  const other = window.open(address)
  if (!other) return 'no window'
  // A window that severs the tie looks closed from here; one that does not would be read once it has loaded.
  for (let tries = 0; !other.closed && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    try {
      if (other.document.readyState === 'complete' && other.location.href !== 'about:blank') return 'read'
    } catch {
      return 'refused'
    }
  }
  return 'refused'
}

function formTo(action, enctype, fields, target) {
  const form = Object.assign(document.createElement('form'), { action, method: 'post', enctype, target })
  for (const [name, value] of Object.entries(fields)) {
    const input = Object.assign(document.createElement('input'), { name })
    if (value instanceof File) {
      const chosen = new DataTransfer()
      chosen.items.add(value)
      input.type = 'file'
      input.files = chosen.files
    } else {
      input.value = value
    }
    form.append(input)
  }
  document.body.append(form)
  return form
}

function submitted(address, encoding, fields) {
  return new Promise((resolve) => {
    const name = `frame-${Math.random()}`
    const frame = Object.assign(document.createElement('iframe'), { name })
    document.body.append(frame)
    frame.onload = () => resolve('sent')
    formTo(address, encoding, fields, name).submit()
  })
}

// In a window of its own, as a link would: what the browser knows of the server goes along.
window.submitsInAWindow = (server) => {
  formTo(`${server}/api/v1/uploads`, 'multipart/form-data', { file: file() }, '_blank').submit()
}

window.reads = async ({ server, picture }) => {
  const api = `${server}/api/v1`
  const found = {}
  for (const credentials of ['include', 'omit']) {
    found[`fetch, ${credentials}`] = await fetched(`${api}/products`, { credentials })
    found[`fetch without CORS, ${credentials}`] = await fetched(`${api}/products`, { credentials, mode: 'no-cors' })
    found[`the page, ${credentials}`] = await fetched(`${server}/products`, { credentials })
    found[`export, ${credentials}`] = await fetched(`${api}/products/export?format=csv`, { credentials })
    found[`with a header, ${credentials}`] = await fetched(`${api}/products`, { credentials, headers: { 'X-A': 'b' } })
  }
  found['script'] = await loaded('script', { src: `${api}/products` })
  found['image'] = await loaded('img', { src: `${server}${picture}` })
  found['style sheet'] = await loaded('link', { rel: 'stylesheet', href: `${api}/products` })
  found['frame'] = await framed(`${server}/products`)
  found['frame of the API'] = await framed(`${api}/products`)
  found['window'] = await opened(`${server}/products`)
  return found
}

window.writes = async (server) => {
  const api = `${server}/api/v1`
  const found = {}
  const json = JSON.stringify(product)
  const half = json.slice(0, -2)
  found['form'] = await submitted(`${api}/products`, 'application/x-www-form-urlencoded', product)
  found['form of text'] = await submitted(`${api}/products`, 'text/plain', { [`${half}`]: '"}' })
  found['form with a file'] = await submitted(`${api}/uploads`, 'multipart/form-data', { file: file() })
  found['form that imports'] = await submitted(`${api}/imports`, 'multipart/form-data', { file: file() })
  found['form that logs out'] = await submitted(`${api}/session?_method=DELETE`, 'text/plain', { a: 'b' })
  for (const credentials of ['include', 'omit']) {
    const post = (what, path, options) =>
      fetched(`${api}${path}`, { method: 'POST', credentials, ...options }).then((came) => (found[`${what}, ${credentials}`] = came))
    await post('text', '/products', { body: json, mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } })
    await post('blob', '/products', { body: new Blob([json]), mode: 'no-cors' })
    await post('JSON', '/products', { body: json, headers: { 'Content-Type': 'application/json' } })
    await post('upload', '/uploads', { body: uploaded(), mode: 'no-cors' })
    await post('import', '/imports', { body: uploaded(), mode: 'no-cors' })
    await post('tus', '/uploads/resumable', { headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '5' } })
    await post('bulk', '/products/bulk', { body: '{"action":"delete","filter":{},"confirm":"all"}', mode: 'no-cors' })
    await post('webhook', '/webhooks', { body: '{"url":"http://x.invalid"}', mode: 'no-cors' })
    await post('overridden', '/products?confirm=all', { mode: 'no-cors', headers: { 'X-HTTP-Method-Override': 'DELETE' } })
    await post('delete', '/products?confirm=all', { method: 'DELETE' })
    await post('change', '/products/1', { method: 'PATCH', body: '{"name":"stolen"}' })
    await post('replace', '/products/1', { method: 'PUT', body: json })
    await post('log out', '/session', { method: 'DELETE' })
  }
  found['beacon'] = navigator.sendBeacon(`${api}/products`, new Blob([json], { type: 'text/plain' })) ? 'sent' : 'refused'
  return found
}
