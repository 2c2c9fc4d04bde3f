// Takes the pictures of README.md from the admin console of a running server.
//
// Needs Node.js 18, a Chromium, and the package playwright-core in the current folder (outside the
// checkout). Send some traffic through the doors first, so that the counters are not zero.
//
//   npm install playwright-core
//   node CHECKOUT/docs/console/take-pictures.mjs http://127.0.0.1:9990 HOME/operator.password [FOLDER]
//
// CHROMIUM names the browser, /usr/bin/chromium unless set. FOLDER is where the pictures go, this
// script's own unless named. The script changes two properties of media-relay, reloads the server
// after each change and once more when it has set the old values again; calls in progress end.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { chromium } = createRequire(join(process.cwd(), 'package.json'))('playwright-core');
const [server, passwordFile, folder = dirname(fileURLToPath(import.meta.url))] = process.argv.slice(2);
if (!passwordFile) {
  console.error('usage: node take-pictures.mjs SERVER PASSWORD_FILE [FOLDER]');
  process.exit(2);
}

const adapters = ['sip-connector', 'media-relay', 'conference-relay'];
const relay = ['subsystem', 'resource-adapters', 'resource-adapter', 'media-relay'];
const doors = { operation: 'read-resource', address: [...relay, 'statistics', 'extended'], 'include-runtime': true };
const shortly = { timeout: 30_000 };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  httpCredentials: { username: 'operator', password: readFileSync(passwordFile, 'utf8').trim() },
});

async function open(place, shown) {
  await page.goto('about:blank');
  await page.goto(`${server}/console/index.html#${place}`);
  await page.locator(shown).first().waitFor(shortly);
  await page.evaluate(() => document.fonts.ready);
}

async function picture(name) {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(`${name}.png`);
}

const properties = (adapter) =>
  open(`resource-adapter;name=${adapter}`, '#resource-adapter-configuration-attributes-form-config-properties-readonly:not(:empty)');
const counters = (adapter) =>
  open(`resource-adapter-runtime;name=${adapter};type=RESOURCE_ADAPTER`, '#ra-runtime-extended-form-readonly :text-matches("^(open|closed|off)")');

// The management model over HTTP, from the page: it is logged in.
async function manage(operation) {
  const answer = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json', 'X-Management-Client-Name': 'HAL' };
    return (await fetch('/management', { method: 'POST', headers, body })).json();
  }, JSON.stringify(operation));
  if (answer.outcome !== 'success') throw new Error(JSON.stringify(answer));
  return answer.result;
}

const property = (name) => [...relay, 'config-properties', name];
const read = (name) => manage({ operation: 'read-attribute', address: property(name), name: 'value' });
const write = (name, value) => manage({ operation: 'write-attribute', address: property(name), name: 'value', value });

// Reloads and waits until the relay's doors are `expected`.
async function reload(expected) {
  await manage({ operation: 'reload', address: [] });
  for (let second = 0; second < 60; second++) {
    await page.waitForTimeout(1000);
    const now = await manage(doors).catch(() => ({}));
    if (expected.test(now.DoorStunExternalUdp) && now.DoorStunInternalUdp.startsWith('open')) return;
  }
  throw new Error(`after 60 s the doors of media-relay are not ${expected}`);
}

for (const adapter of adapters) {
  await properties(adapter);
  await picture(`${adapter}-properties`);
  await counters(adapter);
  await picture(`${adapter}-counters`);
}

const before = { portRange: await read('portRange'), externalBind: await read('externalBind') };
try {
  await properties('media-relay');
  await page.locator('a[data-operation=edit]:visible').first().click();
  // The form moves the focus to its first field; typing before that would end there.
  await page.waitForFunction(() => document.activeElement.id.endsWith('archive-editing'), shortly);
  const field = page.locator('#resource-adapter-configuration-attributes-form-config-properties-editing');
  await field.fill('portRange=50000-50999');
  await field.press('Enter');
  await page.locator('.tm-tag:visible', { hasText: 'portRange=50000-50999' }).waitFor(shortly);
  await picture('media-relay-edit');
  await page.locator('button:visible', { hasText: 'Save' }).click();
  await page.locator('text=successfully modified').first().waitFor(shortly);
  await picture('media-relay-saved');
  if ((await read('portRange')) !== '50000-50999') throw new Error('portRange was not saved');
  await reload(/^open/);

  await write('externalBind', 'nonsense');
  await reload(/^closed: property externalBind/);
  await counters('media-relay');
  await picture('media-relay-closed-door');
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
} finally {
  for (const [name, value] of Object.entries(before)) await write(name, value);
  await reload(/^open/);
  await browser.close();
}
