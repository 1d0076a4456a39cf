import { KeptWorkField as KeptWorkField_82e662f505b693cb1c0aede2eb5e8507 } from '../../../../src/admin/saving/kept-work-field'
import { KeyPointLabel as KeyPointLabel_a002a81005add55265ab9e815cd01d45 } from '../../../../src/admin/key-point-label'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { CitationTyping as CitationTyping_88e4737da8ce20f20f0eafbc286ddcfb } from '../../../../src/admin/citing/citation-typing'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableAsDrawn as TableAsDrawn_73908c34395a74977e50b98360aa3c73 } from '../../../../src/admin/blocks/as-drawn'
import { ChartAsDrawn as ChartAsDrawn_73908c34395a74977e50b98360aa3c73 } from '../../../../src/admin/blocks/as-drawn'
import { CitationLabel as CitationLabel_dcfb8f85072f5bd560a63d80601adbe8 } from '../../../../src/admin/citing/citation-label'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ReviewPanel as ReviewPanel_69054b779331fb4dc62eaa27acab3909 } from '../../../../src/admin/review/review-panel'
import { StageCell as StageCell_0bcf78e3d1498ebd415ec249f8bf558a } from '../../../../src/admin/stage-cell'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WhereCitedField as WhereCitedField_7590118f02904056ee090d6bbb3f2267 } from '../../../../src/admin/sources/where-cited-field'
import { AboveSources as AboveSources_8718f78e73f6c402b6194ad0101aa729 } from '../../../../src/admin/sources/above-sources'
import { WatchNote as WatchNote_af16d766fbe1b80faae63782a380fae2 } from '../../../../src/admin/sources/watch-note'
import { OrganisationPanel as OrganisationPanel_7c457ff8803d61897f0e7c6a6efa9c5a } from '../../../../src/admin/enquiries/organisation-panel'
import { AccessPanel as AccessPanel_616aee42f6fa65c5bdef4ac8327ba8e0 } from '../../../../src/admin/members/access-panel'
import { SeatsNote as SeatsNote_052ee811eeac9e7d1dd90dea9157fc86 } from '../../../../src/admin/seats-note'
import { CurrentPasswordPanel as CurrentPasswordPanel_84966e5885eb51ddcb6c3d9d41ceb3f0 } from '../../../../src/admin/staff/current-password-panel'
import { SecondFactorPanel as SecondFactorPanel_4b80779a3b7e07b41dab5c324f688637 } from '../../../../src/admin/staff/second-factor-panel'
import { EntryInWords as EntryInWords_e0d184c4a1ce5164484ddc4fcacdd495 } from '../../../../src/admin/record/entry-in-words'
import { ByCell as ByCell_d1f8b1e9f0ccecffda4a038d342d9aa3 } from '../../../../src/admin/record/cells'
import { OnCell as OnCell_d1f8b1e9f0ccecffda4a038d342d9aa3 } from '../../../../src/admin/record/cells'
import { DetailsCell as DetailsCell_d1f8b1e9f0ccecffda4a038d342d9aa3 } from '../../../../src/admin/record/cells'
import { SynonymEffect as SynonymEffect_8f0487b5c7b32919852c8c3ef1844341 } from '../../../../src/admin/searches/synonym-effect'
import { Icon as Icon_797e31ad2b71ef5ed0e7b2e4a7d86ebc } from '../../../../src/admin/finger-post'
import { Logo as Logo_797e31ad2b71ef5ed0e7b2e4a7d86ebc } from '../../../../src/admin/finger-post'
import { BulletinNavLink as BulletinNavLink_1fa2d7f11bccff3682ac2687fa5d7e35 } from '../../../../src/admin/bulletin/nav-link'
import { SearchesNavLink as SearchesNavLink_5126a4b2cb5af4827dca1560cd286b73 } from '../../../../src/admin/searches/nav-link'
import { ImportNavLink as ImportNavLink_72db9881d5a4b8dbfba760f9789fa606 } from '../../../../src/admin/import/nav-link'
import { LeakAuditNavLink as LeakAuditNavLink_57c08c2e7aea62503a9c969e419f14a1 } from '../../../../src/admin/leak-audit/nav-link'
import { Desk as Desk_c1f5d832767700afa2d9eef1f8acf471 } from '../../../../src/admin/desk'
import { SearchesView as SearchesView_7c8729782ff4cc82d26f0cf9d8dff27e } from '../../../../src/admin/searches/searches-view'
import { AddSourcesView as AddSourcesView_ee0e437ebea0c00b7e7ccc306ee6eef3 } from '../../../../src/admin/sources/add-sources-view'
import { LeakAuditView as LeakAuditView_60dc387333c91daf51c8fe0124882d00 } from '../../../../src/admin/leak-audit/leak-audit-view'
import { ImportView as ImportView_197be3d440e2e63a8c08cb0efeeed919 } from '../../../../src/admin/import/import-view'
import { CompareView as CompareView_fbb68b69490988c65137bdf985806a73 } from '../../../../src/admin/review/compare-view'
import { OverviewView as OverviewView_48ba2a90bf3fc8e4a579ee4d385aa645 } from '../../../../src/admin/bulletin/overview-view'
import { MemberView as MemberView_d43cd131bd136b0ed650bd0a9c4b04ba } from '../../../../src/admin/bulletin/member-view'
import { PreviewView as PreviewView_5691f3df9795940de254f243e7a9fd1a } from '../../../../src/admin/bulletin/preview-view'
import { IssueView as IssueView_5e6ee8dd0d4b6c79201bb39c26ff1477 } from '../../../../src/admin/bulletin/issue-view'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/saving/kept-work-field#KeptWorkField": KeptWorkField_82e662f505b693cb1c0aede2eb5e8507,
  "/src/admin/key-point-label#KeyPointLabel": KeyPointLabel_a002a81005add55265ab9e815cd01d45,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/src/admin/citing/citation-typing#CitationTyping": CitationTyping_88e4737da8ce20f20f0eafbc286ddcfb,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/blocks/as-drawn#TableAsDrawn": TableAsDrawn_73908c34395a74977e50b98360aa3c73,
  "/src/admin/blocks/as-drawn#ChartAsDrawn": ChartAsDrawn_73908c34395a74977e50b98360aa3c73,
  "/src/admin/citing/citation-label#CitationLabel": CitationLabel_dcfb8f85072f5bd560a63d80601adbe8,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/review/review-panel#ReviewPanel": ReviewPanel_69054b779331fb4dc62eaa27acab3909,
  "/src/admin/stage-cell#StageCell": StageCell_0bcf78e3d1498ebd415ec249f8bf558a,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/sources/where-cited-field#WhereCitedField": WhereCitedField_7590118f02904056ee090d6bbb3f2267,
  "/src/admin/sources/above-sources#AboveSources": AboveSources_8718f78e73f6c402b6194ad0101aa729,
  "/src/admin/sources/watch-note#WatchNote": WatchNote_af16d766fbe1b80faae63782a380fae2,
  "/src/admin/enquiries/organisation-panel#OrganisationPanel": OrganisationPanel_7c457ff8803d61897f0e7c6a6efa9c5a,
  "/src/admin/members/access-panel#AccessPanel": AccessPanel_616aee42f6fa65c5bdef4ac8327ba8e0,
  "/src/admin/seats-note#SeatsNote": SeatsNote_052ee811eeac9e7d1dd90dea9157fc86,
  "/src/admin/staff/current-password-panel#CurrentPasswordPanel": CurrentPasswordPanel_84966e5885eb51ddcb6c3d9d41ceb3f0,
  "/src/admin/staff/second-factor-panel#SecondFactorPanel": SecondFactorPanel_4b80779a3b7e07b41dab5c324f688637,
  "/src/admin/record/entry-in-words#EntryInWords": EntryInWords_e0d184c4a1ce5164484ddc4fcacdd495,
  "/src/admin/record/cells#ByCell": ByCell_d1f8b1e9f0ccecffda4a038d342d9aa3,
  "/src/admin/record/cells#OnCell": OnCell_d1f8b1e9f0ccecffda4a038d342d9aa3,
  "/src/admin/record/cells#DetailsCell": DetailsCell_d1f8b1e9f0ccecffda4a038d342d9aa3,
  "/src/admin/searches/synonym-effect#SynonymEffect": SynonymEffect_8f0487b5c7b32919852c8c3ef1844341,
  "/src/admin/finger-post#Icon": Icon_797e31ad2b71ef5ed0e7b2e4a7d86ebc,
  "/src/admin/finger-post#Logo": Logo_797e31ad2b71ef5ed0e7b2e4a7d86ebc,
  "/src/admin/bulletin/nav-link#BulletinNavLink": BulletinNavLink_1fa2d7f11bccff3682ac2687fa5d7e35,
  "/src/admin/searches/nav-link#SearchesNavLink": SearchesNavLink_5126a4b2cb5af4827dca1560cd286b73,
  "/src/admin/import/nav-link#ImportNavLink": ImportNavLink_72db9881d5a4b8dbfba760f9789fa606,
  "/src/admin/leak-audit/nav-link#LeakAuditNavLink": LeakAuditNavLink_57c08c2e7aea62503a9c969e419f14a1,
  "/src/admin/desk#Desk": Desk_c1f5d832767700afa2d9eef1f8acf471,
  "/src/admin/searches/searches-view#SearchesView": SearchesView_7c8729782ff4cc82d26f0cf9d8dff27e,
  "/src/admin/sources/add-sources-view#AddSourcesView": AddSourcesView_ee0e437ebea0c00b7e7ccc306ee6eef3,
  "/src/admin/leak-audit/leak-audit-view#LeakAuditView": LeakAuditView_60dc387333c91daf51c8fe0124882d00,
  "/src/admin/import/import-view#ImportView": ImportView_197be3d440e2e63a8c08cb0efeeed919,
  "/src/admin/review/compare-view#CompareView": CompareView_fbb68b69490988c65137bdf985806a73,
  "/src/admin/bulletin/overview-view#OverviewView": OverviewView_48ba2a90bf3fc8e4a579ee4d385aa645,
  "/src/admin/bulletin/member-view#MemberView": MemberView_d43cd131bd136b0ed650bd0a9c4b04ba,
  "/src/admin/bulletin/preview-view#PreviewView": PreviewView_5691f3df9795940de254f243e7a9fd1a,
  "/src/admin/bulletin/issue-view#IssueView": IssueView_5e6ee8dd0d4b6c79201bb39c26ff1477,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
