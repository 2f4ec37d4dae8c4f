#include "recognition.hpp"

#include <gtest/gtest.h>

using habari::entity_tests::summary;

TEST(EntityRecognizer, ReadsTitleCountryAndPersonApart) {
  EXPECT_EQ(summary("sw", "Rais wa Urusi Vladimir Putin amewasili mjini Beijing."),
            "Urusi=country/russia; Vladimir Putin=person/vladimir-putin; Beijing=place/beijing");
}

TEST(EntityRecognizer, TakesAnInstitutionWithItsHead) {
  EXPECT_EQ(summary("sw", "Msemaji wa Wizara ya Afya ya Uganda alithibitisha visa vipya."),
            "Wizara ya Afya ya Uganda=organization/wizara-ya-afya-ya-uganda");
}
