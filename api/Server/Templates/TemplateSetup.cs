namespace BillingHeadless.Server.Templates;

public static class TemplateSetup
{
    public static void AddTemplates(this IServiceCollection services)
    {
        services.AddSingleton(_ => ShippedTemplates.BesideTheServer());
        services.AddSingleton<TemplateLibrary>();
        services.AddSingleton<TemplateSamples>();
        services.AddSingleton<TemplateCheck>();
    }
}
