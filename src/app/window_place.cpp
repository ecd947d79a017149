// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_place.h"

#include <QStringList>
#include <QWidget>
#include <array>

namespace footbridge::app {
namespace {

constexpr auto kKept = Qt::WindowMinimized | Qt::WindowMaximized | Qt::WindowFullScreen;

}  // namespace

WindowPlace WindowPlace::of(const QWidget& window, bool active) {
  const Qt::WindowStates state = window.windowState() & kKept;
  const QRect normal = window.normalGeometry();
  const bool isKnown = state && normal.isValid();
  return {isKnown ? normal : window.geometry(), state, active};
}

std::optional<WindowPlace> WindowPlace::from(std::string_view text) {
  const QStringList parts = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(QLatin1Char(','));
  std::array<int, 6> numbers{};
  if (parts.size() != static_cast<qsizetype>(numbers.size())) return std::nullopt;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    bool isNumber = false;
    numbers[i] = parts[static_cast<qsizetype>(i)].toInt(&isNumber);
    if (!isNumber) return std::nullopt;
  }
  const auto [x, y, width, height, state, active] = numbers;
  return WindowPlace{{x, y, width, height}, Qt::WindowStates(state) & kKept, active != 0};
}

std::string WindowPlace::text() const {
  const QString place = QStringLiteral("%1,%2,%3,%4,%5,%6");
  return place.arg(geometry.x())
      .arg(geometry.y())
      .arg(geometry.width())
      .arg(geometry.height())
      .arg(state.toInt())
      .arg(active ? 1 : 0)
      .toStdString();
}

}  // namespace footbridge::app
