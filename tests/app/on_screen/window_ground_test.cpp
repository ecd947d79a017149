// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_ground.h"

#include <xcb/xcb.h>

#include <QColor>
#include <QGuiApplication>
#include <QWidget>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "catch.h"

using namespace footbridge::app;

namespace {

const QColor kGround(0x21, 0x1d, 0x1a);
const QColor kBehind(0xc7, 0x15, 0x86);

xcb_connection_t* server() {
  return qGuiApp->nativeInterface<QNativeInterface::QX11Application>()->connection();
}

xcb_window_t id(QWidget& window) {
  return static_cast<xcb_window_t>(window.winId());
}

/// What the server shows in the middle of the window, of which no frame has been drawn: Qt's events wait.
QColor shownIn(QWidget& window) {
  const auto asked =
      xcb_get_image(server(), XCB_IMAGE_FORMAT_Z_PIXMAP, id(window), static_cast<std::int16_t>(window.width() / 2),
                    static_cast<std::int16_t>(window.height() / 2), 1, 1, ~0U);
  const std::unique_ptr<xcb_get_image_reply_t, decltype(&std::free)> image(
      xcb_get_image_reply(server(), asked, nullptr), &std::free);
  if (!image) return {};
  const std::uint8_t* blueGreenRed = xcb_get_image_data(image.get());
  return {blueGreenRed[2], blueGreenRed[1], blueGreenRed[0]};
}

/// Something to be seen through a window that shows nothing of its own.
void paintBehind(QWidget& window) {
  const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(server())).data->root;
  const std::uint32_t colour = kBehind.rgb();
  xcb_unmap_window(server(), id(window));
  xcb_change_window_attributes(server(), root, XCB_CW_BACK_PIXEL, &colour);
  xcb_clear_area(server(), 0, root, 0, 0, 0, 0);
}

void putOnScreen(QWidget& window) {
  paintBehind(window);
  xcb_map_window(server(), id(window));
}

}  // namespace

TEST_CASE("A window shows its ground from the moment it is on screen until its frames do") {
  QWidget window;
  window.setGeometry(10, 10, 200, 150);
  window.winId();
  SECTION("without one it shows what lies behind it") {
    putOnScreen(window);
    CHECK(shownIn(window) == kBehind);
  }
  SECTION("filled") {
    fillUntilFirstFrame(window, kGround);
    putOnScreen(window);
    CHECK(shownIn(window) == kGround);
  }
  SECTION("and left to its frames again") {
    fillUntilFirstFrame(window, kGround);
    fillNoMore(window);
    putOnScreen(window);
    CHECK(shownIn(window) == kBehind);
  }
}
