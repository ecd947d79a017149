// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_ground.h"

#include <xcb/xproto.h>

#include <QColor>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <cstdint>

namespace footbridge::app {
namespace {

// At this depth a colour's number is its red, green and blue, eight bits each; screens of others are rare.
constexpr int kDepth = 24;
constexpr std::uint32_t kRedGreenBlue = 0xFFFFFF;

void change(QWidget& window, std::uint32_t what, std::uint32_t value) {
  const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
  if (x11 == nullptr || x11->connection() == nullptr || window.screen()->depth() != kDepth) return;
  xcb_change_window_attributes(x11->connection(), static_cast<xcb_window_t>(window.winId()), what, &value);
}

}  // namespace

void fillUntilFirstFrame(QWidget& window, const QColor& colour) {
  change(window, XCB_CW_BACK_PIXEL, colour.rgb() & kRedGreenBlue);
}

void fillNoMore(QWidget& window) {
  change(window, XCB_CW_BACK_PIXMAP, XCB_BACK_PIXMAP_NONE);
}

}  // namespace footbridge::app
