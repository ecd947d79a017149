// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <Qt>
#include <optional>
#include <string>
#include <string_view>

class QWidget;

namespace footbridge::app {

/// Where a window stands and how, so that the one after a restart takes its place and shows itself no more than it did:
/// one that was put out of sight stays there, and one that somebody had turned away from takes nobody's keyboard.
struct WindowPlace {
  static WindowPlace of(const QWidget& window, bool active);
  /// None for what text() has not written.
  static std::optional<WindowPlace> from(std::string_view text);

  [[nodiscard]] std::string text() const;

  QRect geometry;  ///< in pixels of the screen, while it is neither maximized nor minimized
  Qt::WindowStates state;
  bool active = true;  ///< it or a dialog of it had the keyboard, or has just lost it
};

}  // namespace footbridge::app
