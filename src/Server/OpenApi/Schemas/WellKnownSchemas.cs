namespace ActorKube.Server.OpenApi.Schemas;

/// <summary>Schemas of values that are no records.</summary>
internal static class WellKnownSchemas
{
    public const string Quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    public const string IntOrString = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    public const string Time = "io.k8s.apimachinery.pkg.apis.meta.v1.Time";
    public const string MicroTime = "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime";
    public const string Patch = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";
    public const string RawExtension = "io.k8s.apimachinery.pkg.runtime.RawExtension";

    private const string Extensions = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";

    public static readonly IReadOnlyList<NamedSchema> All =
    [
        new PlainSchema(
            Quantity,
            "Amount of a resource as a decimal number with an optional suffix: n, u, m, k, M, G, T, P, E for powers of 1000, Ki, Mi, Gi, Ti, Pi, Ei for "
            + "powers of 1024, or an exponent as in 1e3. It is kept exactly and written in a canonical form: 1500m for 1.5.",
            type: "string",
            oneOf: ["string", "number"]),
        new PlainSchema(IntOrString, "An integer or a string, such as the number or the name of a port, or 25%.", "string", "int-or-string", ["integer", "string"]),
        new PlainSchema(Time, "Time in UTC with whole seconds, as RFC 3339 writes it: 2006-01-02T15:04:05Z.", "string", "date-time"),
        new PlainSchema(MicroTime, "Time in UTC with microseconds, as RFC 3339 writes it: 2006-01-02T15:04:05.000000Z.", "string", "date-time"),
        new PlainSchema(Patch, "Body of a PATCH, in the form that the request's Content-Type names.", "object"),
        new PlainSchema(RawExtension, "Any object, kept as it came.", "object"),
        new PlainSchema(
            "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1",
            "Set of fields as nested objects. A key is f: and the name of a field, k: and the keys of a list item as JSON, v: and the value of a list item, or "
            + "i: and its index; a dot stands for the field itself. An empty object ends a path.",
            "object"),
        new PlainSchema(Extensions + "JSON", "Any JSON value."),
        new PlainSchema(Extensions + "JSONSchemaPropsOrArray", "A schema, or an array of schemas."),
        new PlainSchema(Extensions + "JSONSchemaPropsOrBool", "A schema, or true for anything and false for nothing."),
        new PlainSchema(Extensions + "JSONSchemaPropsOrStringArray", "A schema, or the names of fields."),
        new PlainSchema(Extensions + "CustomResourceSubresourceStatus", "The status subresource; it has no options.", "object"),
    ];
}
