using ActorKube.Api.Schema;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Meta;

/// <summary>Fields that one manager owns by one operation in one API version; server-side apply finds conflicts with it.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry")]
public sealed partial record ManagedFieldsEntry
{
    /// <summary>Name of the owner: the request's <c>fieldManager</c>, or else the start of its user agent.</summary>
    [Field(1)]
    public string? Manager { get; init; }

    /// <summary><c>Apply</c> for server-side apply, <c>Update</c> for any other kind of write.</summary>
    [Field(2)]
    public string? Operation { get; init; }

    /// <summary>Group and version to which the field names belong, such as <c>apps/v1</c>.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }

    /// <summary>When the manager last added, changed or dropped a field. Losing a field to another manager leaves the time alone.</summary>
    [Field(4)]
    public DateTimeOffset? Time { get; init; }

    /// <summary>Format of the set of fields; <c>FieldsV1</c> is the only one.</summary>
    [Field(6)]
    public string? FieldsType { get; init; }

    /// <summary>
    /// The owned fields as a tree: <c>f:</c> starts a field name, <c>k:</c> a list item's keys, <c>v:</c> its value, <c>i:</c> its index; a lone dot
    /// is the node itself.
    /// </summary>
    [Field(7, Schema = "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1")]
    public RawJson? FieldsV1 { get; init; }

    /// <summary>Subresource through which the fields were written, such as <c>status</c>; empty for the object itself.</summary>
    [Field(8)]
    public string? Subresource { get; init; }
}
