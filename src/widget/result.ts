/** The buttons of a result's page: each shows where the browser can do what it says. */
const actions = document.querySelector<HTMLElement>('[data-url]');
const { url = location.href, copied = '' } = actions?.dataset ?? {};

if (navigator.clipboard)
  offer('copy', async () => {
    await navigator.clipboard.writeText(url);
    say(copied);
  });
if (typeof navigator.share === 'function') offer('share', () => navigator.share({ title: document.title, url }));
offer('print', () => print());

function offer(action: string, act: () => void | Promise<void>): void {
  const button = actions?.querySelector<HTMLElement>(`[data-action="${action}"]`);
  if (!button) return;
  button.hidden = false;
  // who closes the dialog for sharing, or forbids copying, has decided
  button.addEventListener('click', () => Promise.resolve(act()).catch(() => {}));
}

/** Emptied first: the same words twice are not read aloud twice. */
function say(text: string): void {
  const status = document.getElementById('status');
  if (!status) return;
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}
