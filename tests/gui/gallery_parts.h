// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

/// The small parts on one page: buttons of every role, the scale, the inputs.
class GalleryParts : public QWidget {
 public:
  explicit GalleryParts(QWidget* parent = nullptr);
};

}  // namespace footbridge::gui
