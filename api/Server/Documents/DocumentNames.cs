using System.Text.Json;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Documents;

/// <summary>How a document is called: in series of numbers, among templates, as a file.</summary>
public static class DocumentNames
{
    /// <summary>As in the API: <c>act</c>.</summary>
    public static string Of(DocumentKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    public static string TemplateOf(DocumentKind kind) => $"{new TemplateName(TemplateName.Documents, Of(kind))}";

    /// <summary>For example <c>act-2026-000042.pdf</c>.</summary>
    public static string FileOf(Document document) => $"{Of(document.Kind)}-{document.NumberText}.{document.Format}";
}
