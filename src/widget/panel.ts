/** The panel that the chat is in, its launcher, and where the focus is while it opens and closes. */
export interface Panel {
  readonly isOpen: boolean;
  /** Moves the focus into the chat, unless told not to. */
  open(options?: { focus: boolean }): void;
  /** Puts the caret where the next message is written, if the panel is open and has the focus. */
  focusInput(): void;
}

export interface PanelElements {
  panel: HTMLElement;
  close: HTMLElement;
  launcher: HTMLElement;
  /** All of the page but the panel and the launcher. */
  page: HTMLElement;
}

/** Said by page.css too: below it the open panel fills the screen. */
export const FULL_SCREEN = '(max-width: 599.98px)';

/** @param onOpen called whenever the panel opens @param onClose called whenever it closes */
export function createPanel(elements: PanelElements, onOpen: () => void, onClose: () => void): Panel {
  const { panel, close, launcher, page } = elements;
  const fullScreen = matchMedia(FULL_SCREEN);
  let opener: HTMLElement | undefined;

  const update = () => {
    const open = !panel.hidden;
    const covered = open && fullScreen.matches;
    launcher.setAttribute('aria-expanded', String(open));
    document.documentElement.classList.toggle('chat-open', open);
    page.inert = covered;
    launcher.inert = covered;
    if (covered) panel.setAttribute('aria-modal', 'true');
    else panel.removeAttribute('aria-modal');
  };

  const hide = () => {
    panel.hidden = true;
    update();
    (opener ?? launcher).focus();
    opener = undefined;
    onClose();
  };

  const api: Panel = {
    get isOpen() {
      return !panel.hidden;
    },
    open({ focus } = { focus: true }) {
      if (focus && document.activeElement instanceof HTMLElement && !panel.contains(document.activeElement))
        opener = document.activeElement === document.body ? undefined : document.activeElement;
      panel.hidden = false;
      update();
      if (focus) {
        panel.focus({ preventScroll: true });
        api.focusInput();
      }
      onOpen();
    },
    focusInput() {
      const input = panel.querySelector<HTMLTextAreaElement>('[data-id="webchat-sendbox-input"]');
      if (!input || panel.hidden || !panel.contains(document.activeElement)) return;
      // a screen keyboard would hide half of what the bot says first: none before the person touches the box
      const { readOnly } = input;
      input.readOnly = true;
      input.focus({ preventScroll: true });
      input.readOnly = readOnly;
    },
  };

  launcher.addEventListener('click', () => (api.isOpen ? hide() : api.open()));
  close.addEventListener('click', hide);
  // Web Chat has uses of its own for the key, such as leaving a message, and hears of it at the document: so we do later
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && panel.contains(document.activeElement)) hide();
  });
  fullScreen.addEventListener('change', update);
  followViewport(panel);
  return api;
}

/** Keeps a full-screen panel above the screen keyboard where that covers the page instead of shrinking it (iOS). */
function followViewport(panel: HTMLElement): void {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const follow = () => {
    if (visualViewport.scale > 1) return; // somebody zooms in to read: the panel is to stay as it is
    panel.style.setProperty('--viewport-top', `${visualViewport.offsetTop}px`);
    panel.style.setProperty('--viewport-height', `${visualViewport.height}px`);
  };
  visualViewport.addEventListener('resize', follow);
  visualViewport.addEventListener('scroll', follow);
  follow();
}
