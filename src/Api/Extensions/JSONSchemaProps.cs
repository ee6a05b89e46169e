using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Extensions;

/// <summary>Schema in the form of OpenAPI 3.0, with extensions. Structural schemas don't allow all of it.</summary>
[ApiType("io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps")]
public sealed partial record JSONSchemaProps
{
    /// <summary>Identifier of the schema; not allowed in a definition.</summary>
    [Field(1)]
    public string? Id { get; init; }

    /// <summary>URI of the dialect that the schema is written in.</summary>
    [Field(2, Name = "$schema")]
    public string? Schema { get; init; }

    /// <summary>Reference to another schema; not allowed, so write the schema out.</summary>
    [Field(3, Name = "$ref", KeepEmpty = true)]
    public string? Ref { get; init; }

    /// <summary>Explanation of the field, as <c>kubectl explain</c> prints it.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary>
    /// <c>object</c>, <c>array</c>, <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>; may be left out beside a few extensions.
    /// </summary>
    [Field(5)]
    public string? Type { get; init; }

    /// <summary>
    /// Format that is validated, such as <c>date-time</c>, <c>ipv4</c>, <c>cidr</c>, <c>uuid</c>, <c>byte</c> or <c>duration</c>; unknown ones are
    /// ignored.
    /// </summary>
    [Field(6)]
    public string? Format { get; init; }

    /// <summary>Short name of the field, for people; has no effect.</summary>
    [Field(7)]
    public string? Title { get; init; }

    /// <summary>Value for an absent field, put in when objects are read and written. Must fit the schema.</summary>
    [Field(8, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON")]
    public RawJson? Default { get; init; }

    /// <summary>Greatest value a number may have.</summary>
    [Field(9)]
    public double? Maximum { get; init; }

    /// <summary><c>true</c> excludes <c>maximum</c> itself, so that values must be below it.</summary>
    [Field(10)]
    public bool ExclusiveMaximum { get; init; }

    /// <summary>Least value a number may have.</summary>
    [Field(11)]
    public double? Minimum { get; init; }

    /// <summary><c>true</c> excludes <c>minimum</c> itself, so that values must be above it.</summary>
    [Field(12)]
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Most characters that a string may have.</summary>
    [Field(13)]
    public long? MaxLength { get; init; }

    /// <summary>Fewest characters that a string may have.</summary>
    [Field(14)]
    public long? MinLength { get; init; }

    /// <summary>Regular expression, RE2, that a string must match; not anchored.</summary>
    [Field(15)]
    public string? Pattern { get; init; }

    /// <summary>Most items that an array may have; also bounds the estimated cost of rules.</summary>
    [Field(16)]
    public long? MaxItems { get; init; }

    /// <summary>Fewest items that an array may have.</summary>
    [Field(17)]
    public long? MinItems { get; init; }

    /// <summary>Must not be <c>true</c>, as checking is too costly; use <c>x-kubernetes-list-type: set</c>.</summary>
    [Field(18)]
    public bool UniqueItems { get; init; }

    /// <summary>Number of which the value must be a multiple.</summary>
    [Field(19)]
    public double? MultipleOf { get; init; }

    /// <summary>Values that are allowed, as JSON; any value when absent.</summary>
    [Field(20, List = ListType.Atomic, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON")]
    public IReadOnlyList<RawJson>? Enum { get; init; }

    /// <summary>Most fields that an object or map may have.</summary>
    [Field(21)]
    public long? MaxProperties { get; init; }

    /// <summary>Fewest fields that an object or map may have.</summary>
    [Field(22)]
    public long? MinProperties { get; init; }

    /// <summary>Names of the fields that an object must have.</summary>
    [Field(23, List = ListType.Atomic)]
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>Schema that each item of an array must meet; one schema, not a list.</summary>
    [Field(24, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray", Bare = true)]
    public RawJson? Items { get; init; }

    /// <summary>Schemas that must all hold; inside them no types or defaults are allowed.</summary>
    [Field(25, List = ListType.Atomic)]
    public IReadOnlyList<JSONSchemaProps>? AllOf { get; init; }

    /// <summary>Schemas of which exactly one must hold; inside them no types or defaults are allowed.</summary>
    [Field(26, List = ListType.Atomic)]
    public IReadOnlyList<JSONSchemaProps>? OneOf { get; init; }

    /// <summary>Schemas of which at least one must hold; inside them no types or defaults are allowed.</summary>
    [Field(27, List = ListType.Atomic)]
    public IReadOnlyList<JSONSchemaProps>? AnyOf { get; init; }

    /// <summary>Schema that must not hold; inside it no types or defaults are allowed.</summary>
    [Field(28, Bare = true)]
    public JSONSchemaProps? Not { get; init; }

    /// <summary>Fields of an object by name, with their schemas; fields not listed are dropped.</summary>
    [Field(29)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? Properties { get; init; }

    /// <summary>Schema of all values of a map, or a boolean; excludes <c>properties</c>.</summary>
    [Field(30, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool", Bare = true)]
    public RawJson? AdditionalProperties { get; init; }

    /// <summary>Schemas for fields whose names match a pattern; not allowed.</summary>
    [Field(31)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? PatternProperties { get; init; }

    /// <summary>What the presence of fields asks for; not allowed.</summary>
    [Field(32, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray")]
    public IReadOnlyDictionary<string, RawJson>? Dependencies { get; init; }

    /// <summary>Schema of items beyond the listed ones; not allowed.</summary>
    [Field(33, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool", Bare = true)]
    public RawJson? AdditionalItems { get; init; }

    /// <summary>Schemas for others to refer to; not allowed, as <c>$ref</c> isn't.</summary>
    [Field(34)]
    public IReadOnlyDictionary<string, JSONSchemaProps>? Definitions { get; init; }

    /// <summary>Link to documentation of the field kept elsewhere.</summary>
    [Field(35, Bare = true)]
    public ExternalDocumentation? ExternalDocs { get; init; }

    /// <summary>Example of a value, for people; not checked.</summary>
    [Field(36, Schema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON", Bare = true)]
    public RawJson? Example { get; init; }

    /// <summary>
    /// <c>true</c> allows <c>null</c>. Otherwise <c>null</c> is dropped before defaulting where a default exists, and refused elsewhere.
    /// </summary>
    [Field(37)]
    public bool Nullable { get; init; }

    /// <summary><c>true</c> keeps fields that the schema doesn't name, here and, unless it names them, below.</summary>
    [Field(38, Name = "x-kubernetes-preserve-unknown-fields")]
    public bool? XPreserveUnknownFields { get; init; }

    /// <summary><c>true</c> for a complete object, with <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>, which is checked as one.</summary>
    [Field(39, Name = "x-kubernetes-embedded-resource")]
    public bool XEmbeddedResource { get; init; }

    /// <summary><c>true</c> for an integer or a string; the type is left out then.</summary>
    [Field(40, Name = "x-kubernetes-int-or-string")]
    public bool XIntOrString { get; init; }

    /// <summary>Fields that identify an item of a list of type <c>map</c>; they must be required or have a default.</summary>
    [Field(41, Name = "x-kubernetes-list-map-keys", List = ListType.Atomic)]
    public IReadOnlyList<string>? XListMapKeys { get; init; }

    /// <summary>How a list merges under apply: <c>atomic</c> (default, as a whole), <c>set</c> (of unique scalars) or <c>map</c> (by keys).</summary>
    [Field(42, Name = "x-kubernetes-list-type", KeepEmpty = true)]
    public string? XListType { get; init; }

    /// <summary>How a map merges under apply: <c>granular</c> (default, per key) or <c>atomic</c> (as a whole).</summary>
    [Field(43, Name = "x-kubernetes-map-type", KeepEmpty = true)]
    public string? XMapType { get; init; }

    /// <summary>CEL rules that the value must meet, beside the rest of the schema.</summary>
    [Field(44, Name = "x-kubernetes-validations", List = ListType.Map, Keys = ["rule"], MergeKey = "rule", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<ValidationRule>? XValidations { get; init; }
}
