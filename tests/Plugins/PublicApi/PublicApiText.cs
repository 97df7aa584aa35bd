using System.Reflection;
using System.Runtime.CompilerServices;

namespace BillingHeadless.Tests.Plugins.PublicApi;

/// <summary>
/// The public face of an assembly as text, one line per type and member, sorted: what a plugin author builds against, and
/// what a change of it changes. Members that the compiler makes for records are left out.
/// </summary>
public static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var lines = assembly.GetExportedTypes().SelectMany(type => MembersOf(type).Prepend(HeadOf(type))).Order(StringComparer.Ordinal);
        return string.Join('\n', lines) + "\n";
    }

    private static string HeadOf(Type type)
    {
        var bases = type.GetInterfaces().Where(port => port.IsPublic && !IsOfRecords(port)).Select(port => TypeText.Of(port)).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases.Insert(0, TypeText.Of(parent));
        }

        return $"{TypeText.Of(type)} = {KindOf(type)}{(bases.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", bases))}";
    }

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> MembersOf(Type type)
    {
        var name = TypeText.Of(type);
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(value => $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value))}");
        }

        return type.GetConstructors(Declared).Where(IsWritten).Select(constructor => $"{name}({ParametersOf(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsLiteral).Select(field => $"{name}.{field.Name} = {field.GetRawConstantValue()}"))
            .Concat(type.GetProperties(Declared).Select(property => $"{name}.{property.Name} {PropertyText(property)}"))
            .Concat(type.GetMethods(Declared).Where(IsWritten).Select(method => $"{name}.{method.Name}({ParametersOf(method)}) : {(method.IsStatic ? "static " : "")}{TypeText.Of(method.ReturnParameter)}"));
    }

    private static bool IsWritten(MethodBase method) =>
        !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !(method.IsSpecialName && (method.Name.StartsWith("get_") || method.Name.StartsWith("set_")))
        && method.Name is not "<Clone>$";

    private static bool IsOfRecords(Type port) => port.IsGenericType && port.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static string PropertyText(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var shared = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        var setter = property.SetMethod is not { IsPublic: true } set ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return $"{{ get;{setter} }} : {required}{shared}{TypeText.Of(property)}";
    }

    private static string ParametersOf(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{TypeText.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "")}"));
}
