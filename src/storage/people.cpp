// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/people.h"

#include <algorithm>

#include "domain/exercise.h"

namespace footbridge::storage {

const Partner* People::find(PartnerId partner) const {
  const auto found = std::ranges::find(m_partners, partner, &Partner::id);
  return found == m_partners.end() ? nullptr : &*found;
}

std::string People::name(PartnerId partner) const {
  const Partner* const found = find(partner);
  if (!found) return Somebody{}.yours;
  const Partner* const other = find(otherOf(partner));
  if (!other || other->name != found->name) return found->name.text();
  return found->name.text() + (partner == PartnerId::A ? " 1" : " 2");
}

std::string People::name(std::optional<PartnerId> partner) const {
  return partner ? name(*partner) : "both";
}

std::string People::name(AgreementWho who) const {
  if (who == AgreementWho::Both) return "Both of you";
  return name(who == AgreementWho::A ? PartnerId::A : PartnerId::B);
}

std::string People::all() const {
  std::string names;
  for (const Partner& partner : m_partners) names += (names.empty() ? "" : " and ") + name(partner.id);
  return names;
}

std::string People::said(std::string_view text, PartnerId me) const {
  if (find(otherOf(me))) return withNames(text, name(me), name(otherOf(me)));
  return withNames(aboutSomebody(text), name(me), {});
}

}  // namespace footbridge::storage
