// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/font_list.h"

#include <fontconfig/fontconfig.h>

namespace footbridge::gui::look {

// Qt asks the same of the same library, which keeps the answer for the whole process. Where it fails, it fails Qt too.
void readFontList() {
  static_cast<void>(FcInit());
}

}  // namespace footbridge::gui::look
