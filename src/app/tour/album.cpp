// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/album.h"

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include "app/tour/fold_check.h"

namespace footbridge::app {

Album::Album(const QString& folder, bool roomy)
    : m_folder(folder), m_roomy(roomy), m_ok(m_folder.mkpath(QStringLiteral("."))) {}

bool Album::take(QWidget& widget, const QString& name) {
  const QImage picture = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
  // Nobody makes up pictures to deceive it, so that 64 quick bits tell them apart.
  const std::size_t digest = qHashBits(picture.constBits(), static_cast<std::size_t>(picture.sizeInBytes()));
  if (m_seen.contains(digest)) return true;
  m_seen.insert(digest);
  ++m_count;
  for (const QString& one : amissIn(widget, m_roomy)) m_amiss << name + QStringLiteral(": ") + one;
  const QString file = QStringLiteral("%1-%2.png").arg(m_count, 3, 10, QLatin1Char('0')).arg(name);
  constexpr int kQuickly = 85;  // larger files in a third of the time
  return picture.save(m_folder.filePath(file), "PNG", kQuickly);
}

}  // namespace footbridge::app
