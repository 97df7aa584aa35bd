namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>What the shape of a field is asked of: the field itself, or what a PATCH gives for it.</summary>
internal static class Given
{
    public static object? Value(object? field) => field is IPatch patch ? patch.Value : field;
}
