using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Hosted.Accounts;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Hosted;

/// <summary>Somebody looks at a page of a merchant, in a language, and is perhaps logged in.</summary>
public sealed record Visit
{
    public required Merchant Merchant { get; init; }

    public required LanguageCode Language { get; init; }

    /// <summary>The words of the pages in that language.</summary>
    public required TemplateTexts Texts { get; init; }

    /// <summary>Who is logged in, or null.</summary>
    public Visitor? Visitor { get; init; }

    /// <summary>Path and query of this page, without the choice of a language.</summary>
    public required string Address { get; init; }

    public Wording Wording => new(Language, Merchant.Calendar());

    /// <summary>A refusal in the visitor's words.</summary>
    public string Say(Refusal refusal) => Texts.Find($"problems.refusals.{refusal.Code}") ?? Texts.Text("problems.refusals.other");
}
