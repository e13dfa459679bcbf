import type { StyleOptions } from 'botframework-webchat';

/** The colours that Web Chat is given: those of page.css, by role. */
interface Palette {
  surface: string;
  text: string;
  muted: string;
  line: string;
  /** Links, buttons and marks on `surface`. */
  accent: string;
  /** The bot's bubbles, and what the pointer is over. */
  tint: string;
  pressed: string;
  /** The person's bubbles, with white text. */
  mine: string;
}

/** Every text is at least 4.5:1 on its background. */
const LIGHT: Palette = {
  surface: '#ffffff',
  text: '#12302f',
  muted: '#526b69',
  line: '#d5e1df',
  accent: '#0b5f5c',
  tint: '#edf4f3',
  pressed: '#d5e8e5',
  mine: '#0b5f5c',
};
const DARK: Palette = {
  surface: '#12201f',
  text: '#e6f0ee',
  muted: '#9db3b0',
  line: '#2b3d3b',
  accent: '#6fd0c6',
  tint: '#1d2f2d',
  pressed: '#274340',
  mine: '#17716b',
};

/** Names as they are installed: nothing is loaded. */
const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const ROUND = 16;

export interface Surroundings {
  dark: boolean;
  /** The chat fills the screen: every pixel of its width is for words and pictures. */
  fullScreen: boolean;
}

/** How Web Chat is to look in our page. */
export function chatStyle({ dark, fullScreen }: Surroundings, iconUrl: string): StyleOptions {
  const { surface, text, muted, line, accent, tint, pressed, mine } = dark ? DARK : LIGHT;
  return {
    accent,
    backgroundColor: surface,
    subtle: muted,
    primaryFont: FONT,
    fontSizeSmall: '0.8125rem',

    ...(fullScreen ? {} : { botAvatarImage: iconUrl, botAvatarInitials: '' }),
    avatarSize: 28,
    botAvatarBackgroundColor: 'transparent',

    bubbleBackground: tint,
    bubbleBorderColor: tint,
    bubbleBorderRadius: ROUND,
    bubbleTextColor: text,
    bubbleMaxWidth: 460,
    bubbleMinHeight: 40,
    bubbleFromUserBackground: mine,
    bubbleFromUserBorderColor: mine,
    bubbleFromUserBorderRadius: ROUND,
    bubbleFromUserTextColor: '#ffffff',
    timestampColor: muted,

    // a long answer is read from its beginning
    autoScrollSnapOnPage: true,
    scrollToEndButtonBehavior: 'any',

    hideUploadButton: true,
    sendBoxBackground: surface,
    sendBoxTextColor: text,
    sendBoxPlaceholderColor: muted,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnDisabled: muted,
    sendBoxButtonShadeBorderRadius: 12,
    sendBoxButtonShadeInset: 6,
    sendBoxButtonShadeColorOnHover: tint,
    sendBoxButtonShadeColorOnActive: pressed,
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
    sendBoxButtonKeyboardFocusIndicatorBorderRadius: 12,
    sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,

    suggestedActionLayout: 'flow',
    suggestedActionHeight: 42,
    suggestedActionBorderRadius: 21,
    suggestedActionBorderWidth: 1.5,
    suggestedActionBorderColor: accent,
    suggestedActionTextColor: accent,
    suggestedActionBackgroundColor: surface,
    suggestedActionBackgroundColorOnHover: tint,
    suggestedActionBackgroundColorOnActive: pressed,
    suggestedActionBackgroundColorOnDisabled: surface,
    suggestedActionBorderColorOnDisabled: line,
    suggestedActionKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionKeyboardFocusIndicatorBorderRadius: 18,
    suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
    suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
    suggestedActionsVisualKeyboardIndicatorWidth: 0,

    transcriptVisualKeyboardIndicatorColor: accent,
    transcriptActivityVisualKeyboardIndicatorColor: accent,
    transcriptOverlayButtonBackground: accent,
    transcriptOverlayButtonBackgroundOnFocus: accent,
    transcriptOverlayButtonBackgroundOnHover: accent,
    transcriptOverlayButtonColor: surface,
    transcriptTerminatorBackgroundColor: muted,
    transcriptTerminatorColor: surface,

    notificationText: muted,
    toastSeparatorColor: line,
  };
}
