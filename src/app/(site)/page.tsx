import { Page } from '@/components/page'

export default function Home() {
  return (
    <Page title="Signpost" lead="Policy and research briefings for people who run public services.">
      <a href="/briefings">Briefings</a>
    </Page>
  )
}
