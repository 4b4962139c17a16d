using System.Globalization;
using Microsoft.Playwright;

namespace ModelPipeline.Scoring.Tests.Pages;

public sealed class PageTests
{
    [Fact]
    public async Task A_person_fills_in_a_row_and_reads_its_score()
    {
        await using var browser = await Browser.StartAsync();
        await using var service = await PageService.StartAsync(ServedSample.Champion("churn"));
        var (page, complaints) = await browser.OpenAsync(service.Address);

        await page.GetByLabel("tenure").FillAsync("2");
        await page.GetByLabel("contract").SelectOptionAsync("Month-to-month");
        await page.GetByLabel("total_charges").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Score" }).ClickAsync();

        var probability = await page.Locator("#answer dd").TextContentAsync();
        double.Parse(probability!, CultureInfo.InvariantCulture).ShouldBeInRange(0, 1);
        (await page.Locator("#answer .label").TextContentAsync()).ShouldBeOneOf("Yes", "No");
        service.Sent.Single().GetProperty("tenure").GetDouble().ShouldBe(2);
        service.Sent.Single().GetProperty("total_charges").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await page.Locator("#version dd").TextContentAsync()).ShouldBe("1.0.0");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_goes_when_it_is_mended()
    {
        await using var browser = await Browser.StartAsync();
        await using var service = await PageService.StartAsync(ServedSample.Champion("churn"));
        var (page, _) = await browser.OpenAsync(service.Address);
        var tenure = page.GetByLabel("tenure");

        await tenure.FillAsync("-1");
        await tenure.PressAsync("Enter");

        await Assertions.Expect(tenure).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(tenure).ToBeFocusedAsync();
        await Assertions.Expect(tenure).ToHaveAccessibleDescriptionAsync("0 to 72 in training; empty: missing is below zero");
        await tenure.FillAsync("1");
        await tenure.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answer .label")).ToBeVisibleAsync();
        await Assertions.Expect(tenure).ToHaveAttributeAsync("aria-invalid", "false");
    }

    [Fact]
    public async Task A_service_with_a_key_is_asked_with_it()
    {
        await using var browser = await Browser.StartAsync();
        await using var service = await PageService.StartAsync(ServedSample.Champion("churn"), key: "secret");
        var (page, _) = await browser.OpenAsync(service.Address);
        var key = page.GetByLabel("API key");
        var score = page.GetByRole(AriaRole.Button, new() { Name = "Score" });
        await Assertions.Expect(key).ToBeHiddenAsync();

        await score.ClickAsync();
        await Assertions.Expect(key).ToBeFocusedAsync();
        await key.FillAsync("secret");
        await score.ClickAsync();

        await Assertions.Expect(page.Locator("#answer .label")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hostile_names_are_text_and_reach_the_service_as_they_are()
    {
        await using var browser = await Browser.StartAsync();
        await using var service = await PageService.StartAsync(ServedSample.Hostile());
        var (page, complaints) = await browser.OpenAsync(service.Address);

        await page.GetByLabel("category<&>", new() { Exact = true }).SelectOptionAsync(ServedSample.HostileTexts[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Score" }).ClickAsync();

        (await page.Locator("#answer .label").TextContentAsync()).ShouldBeOneOf("<i>no</i>", "<script>yes");
        (await page.TitleAsync()).ShouldBe("<script>alert(1)</script>");
        (await page.Locator("label").AllTextContentsAsync()).ShouldBe([.. ServedSample.HostileTexts, "category<&>", "API key"]);
        service.Sent.Single().EnumerateObject().Select(value => value.Name).ShouldBe([.. ServedSample.HostileTexts, "category<&>"]);
        service.Sent.Single().GetProperty("category<&>").GetString().ShouldBe(ServedSample.HostileTexts[0]);
        (await page.EvaluateAsync<bool>("() => 'broken' in window")).ShouldBeFalse();
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_is_as_wide_as_its_window(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var service = await PageService.StartAsync(ServedSample.Hostile());
        var (page, _) = await browser.OpenAsync(service.Address, width);

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere_and_forbids_it()
    {
        await using var service = await PageService.StartAsync(ServedSample.Champion("churn"));
        using var client = new HttpClient();

        using var answer = await client.GetAsync(service.Address, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'sha256-");
        policy.ShouldNotContain("unsafe");
        text.ShouldNotContain("http://");
        text.ShouldNotContain("https://");
        text.ShouldNotContain(" style=");
        text.ShouldNotContain(" onclick=");
    }
}
