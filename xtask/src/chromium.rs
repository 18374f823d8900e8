//! Finds or fetches Chromium.
