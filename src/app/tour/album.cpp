// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/album.h"

#include <QImage>
#include <QPixmap>
#include <QWidget>
#include <algorithm>
#include <cstdlib>
#include <span>

#include "app/tour/fold_check.h"

namespace footbridge::app {
namespace {

/// A square of so many pixels becomes one.
constexpr int kSquare = 4;
/// How far apart two shades are, of 255, before it is another picture. Qt draws letters above 64 pixels as outlines,
/// whose edges differ by a few shades from one time to the next; a full stop that is there or not differs by twice
/// this.
constexpr int kShades = 12;

QImage smallCopy(const QImage& picture) {
  return picture.scaled(picture.size() / kSquare, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
      .convertToFormat(QImage::Format_RGB32);
}

bool lookAlike(const QImage& one, const QImage& other) {
  if (one.size() != other.size()) return false;
  const std::span left(one.constBits(), static_cast<std::size_t>(one.sizeInBytes()));
  const std::span right(other.constBits(), static_cast<std::size_t>(other.sizeInBytes()));
  return std::ranges::equal(left, right, [](uchar a, uchar b) { return std::abs(a - b) <= kShades; });
}

}  // namespace

Album::Album(const QString& folder, Manner manner)
    : m_folder(folder), m_manner(manner), m_ok(m_folder.mkpath(QStringLiteral("."))) {}

bool Album::take(QWidget& widget, const QString& name) {
  const QImage picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
  const QImage small = smallCopy(picture);
  if (std::ranges::any_of(m_seen, [&small](const QImage& one) { return lookAlike(one, small); })) return true;
  m_seen.push_back(small);
  ++m_count;
  for (const QString& one : amissIn(widget, m_manner.roomy)) m_amiss << name + QStringLiteral(": ") + one;
  if (!m_manner.writes) return true;
  const QString file = QStringLiteral("%1-%2.png").arg(m_count, 3, 10, QLatin1Char('0')).arg(name);
  constexpr int kQuickly = 85;  // larger files in a third of the time
  return picture.save(m_folder.filePath(file), "PNG", kQuickly);
}

}  // namespace footbridge::app
