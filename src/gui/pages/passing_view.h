// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QLayoutItem;
class QScrollArea;
class QWidget;

namespace footbridge::gui {

// For pages that show one view after another, to one partner after the other.

/// Takes the view out of the page, and every word out of the view: it may live on until the event loop comes round
/// again.
void dropView(QScrollArea& page);
/// Narrower edges at the sides of a page in a narrow window; the scroll bar runs in the right one. From its
/// resizeEvent().
void fitEdges(QWidget& page);
/// Everything the keyboard can reach, in the order in which it is laid out.
void collectFocusable(QLayoutItem* item, QList<QWidget*>& found);

}  // namespace footbridge::gui
