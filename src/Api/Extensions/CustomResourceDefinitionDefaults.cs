namespace ActorKube.Api.Extensions;

internal static class CustomResourceDefinitionDefaults
{
    private const int HttpsPort = 443;

    public static CustomResourceDefinitionSpec Apply(CustomResourceDefinitionSpec spec)
    {
        var kind = spec.Names.Kind;
        return spec with
        {
            Names = spec.Names with
            {
                Singular = spec.Names.Singular ?? (kind.Length == 0 ? null : kind.ToLowerInvariant()),
                ListKind = spec.Names.ListKind ?? (kind.Length == 0 ? null : kind + "List"),
            },
            Conversion = spec.Conversion is { } conversion ? Apply(conversion) : new() { Strategy = "None" },
        };
    }

    private static CustomResourceConversion Apply(CustomResourceConversion conversion) =>
        conversion.Webhook?.ClientConfig is { Service: { Port: null } service } config
            ? conversion with { Webhook = conversion.Webhook with { ClientConfig = config with { Service = service with { Port = HttpsPort } } } }
            : conversion;
}
