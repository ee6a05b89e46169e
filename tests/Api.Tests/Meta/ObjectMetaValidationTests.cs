using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Tests.Meta;

public sealed class ObjectMetaValidationTests
{
    private const string NameSyntax = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private static readonly Kind<ConfigMap> Namespaced = new() { Group = "", Version = "v1", Name = "ConfigMap", Plural = "configmaps" };

    private static readonly Kind<Node> ClusterWide = new() { Group = "", Version = "v1", Name = "Node", Plural = "nodes", Namespaced = false };

    private static readonly Kind<ConfigMap> OtherGroup = new() { Group = "example.com", Version = "v1", Name = "Thing", Plural = "things" };

    private static readonly ObjectMeta Valid = new()
    {
        Name = "a",
        Namespace = "ns",
        Uid = "u",
        ResourceVersion = "1",
        Labels = new Dictionary<string, string> { ["example.com/app"] = "x" },
        Annotations = new Dictionary<string, string> { ["Example.COM/note"] = "any text: {}" },
        Finalizers = ["example.com/hold", "kubernetes"],
        OwnerReferences = [new OwnerReference { ApiVersion = "apps/v1", Kind = "ReplicaSet", Name = "r", Uid = "u1", Controller = true }],
        ManagedFields = [new ManagedFieldsEntry { Manager = "kubectl", Operation = "Update", FieldsType = "FieldsV1" }],
    };

    public static TheoryData<ObjectMeta, string> Mistakes => new()
    {
        { Valid with { Name = null }, "FieldValueRequired metadata.name Required value: name or generateName is required" },
        { Valid with { Namespace = null }, "FieldValueRequired metadata.namespace Required value" },
        { Valid with { Generation = -1 }, "FieldValueInvalid metadata.generation Invalid value: -1: must be greater than or equal to 0" },
        { Valid with { Labels = Map("a b", "x") }, $"FieldValueInvalid metadata.labels Invalid value: \"a b\": name part {NameSyntax}" },
        { Valid with { Labels = Map("a", new string('b', 64)) }, $"FieldValueInvalid metadata.labels Invalid value: \"{new string('b', 64)}\": must be no more than 63 characters" },
        { Valid with { Annotations = Map("a b", "x") }, $"FieldValueInvalid metadata.annotations Invalid value: \"a b\": name part {NameSyntax}" },
        { Valid with { Annotations = Map("a", new string('b', 256 * 1024)) }, "FieldValueTooLong metadata.annotations Too long: may not be more than 262144 bytes" },
        { Valid with { Finalizers = ["nodomain"] }, "FieldValueInvalid metadata.finalizers[0] Invalid value: \"nodomain\": name is neither a standard finalizer name nor is it fully qualified" },
        {
            Valid with { Finalizers = ["orphan", "foregroundDeletion"] },
            "FieldValueInvalid metadata.finalizers Invalid value: []string{\"orphan\", \"foregroundDeletion\"}: finalizer orphan and foregroundDeletion cannot be both set"
        },
        { Valid with { OwnerReferences = [Owner() with { ApiVersion = "a/b/c" }] }, "FieldValueInvalid metadata.ownerReferences.apiVersion Invalid value: \"a/b/c\": version must not be empty" },
        { Valid with { OwnerReferences = [Owner() with { Kind = "" }] }, "FieldValueInvalid metadata.ownerReferences.kind Invalid value: \"\": kind must not be empty" },
        { Valid with { OwnerReferences = [Owner() with { Name = "" }] }, "FieldValueInvalid metadata.ownerReferences.name Invalid value: \"\": name must not be empty" },
        { Valid with { OwnerReferences = [Owner() with { Uid = "" }] }, "FieldValueInvalid metadata.ownerReferences.uid Invalid value: \"\": uid must not be empty" },
        {
            Valid with { OwnerReferences = [Owner() with { Kind = "Event" }] },
            "FieldValueInvalid metadata.ownerReferences Invalid value: v1.OwnerReference{APIVersion:\"v1\", Kind:\"Event\", Name:\"a\", UID:\"u1\", Controller:(*bool)(nil), BlockOwnerDeletion:(*bool)(nil)}"
            + ": /v1, Kind=Event is disallowed from being an owner"
        },
        {
            Valid with { OwnerReferences = [Owner() with { Controller = true }, Owner() with { Name = "b", Uid = "u2", Controller = true }] },
            "FieldValueInvalid metadata.ownerReferences Invalid value: []v1.OwnerReference{"
            + "v1.OwnerReference{APIVersion:\"v1\", Kind:\"ConfigMap\", Name:\"a\", UID:\"u1\", Controller:(*bool)(0xc000000000), BlockOwnerDeletion:(*bool)(nil)}, "
            + "v1.OwnerReference{APIVersion:\"v1\", Kind:\"ConfigMap\", Name:\"b\", UID:\"u2\", Controller:(*bool)(0xc000000000), BlockOwnerDeletion:(*bool)(nil)}}"
            + ": Only one reference can have Controller set to true. Found \"true\" in references for ConfigMap/a and ConfigMap/b"
        },
        { Valid with { ManagedFields = [new() { Operation = "Odd" }] }, "FieldValueInvalid metadata.managedFields[0].operation Invalid value: \"Odd\": must be `Apply` or `Update`" },
        { Valid with { ManagedFields = [new() { Operation = "Apply", FieldsType = "V2" }] }, "FieldValueInvalid metadata.managedFields[0].fieldsType Invalid value: \"V2\": must be `FieldsV1`" },
        { Valid with { ManagedFields = [new() { Operation = "Apply", Manager = new string('m', 129) }] }, "FieldValueTooLong metadata.managedFields[0].manager Too long: may not be more than 128 bytes" },
        { Valid with { ManagedFields = [new() { Operation = "Apply", Manager = "é\a" }] }, "FieldValueInvalid metadata.managedFields[0].manager Invalid value: \"é\\a\": invalid character U+0007 (at position 2)" },
    };

    /// <summary>The second number says how often the cause is repeated: rules of all kinds, then those of the kind.</summary>
    public static TheoryData<ObjectMeta, ObjectMeta, string, int> BadChanges => new()
    {
        { Valid with { Name = "b" }, Valid, "FieldValueInvalid metadata.name Invalid value: \"b\": field is immutable", 2 },
        { Valid with { Namespace = "b" }, Valid, "FieldValueInvalid metadata.namespace Invalid value: \"b\": field is immutable", 2 },
        { Valid with { Uid = "b" }, Valid, "FieldValueInvalid metadata.uid Invalid value: \"b\": field is immutable", 2 },
        { Valid with { ResourceVersion = null }, Valid, "FieldValueInvalid metadata.resourceVersion Invalid value: \"\": must be specified for an update", 2 },
        { Valid with { Generation = 1 }, Valid with { Generation = 2 }, "FieldValueInvalid metadata.generation Invalid value: 1: must not be decremented", 2 },
        { Valid with { CreationTimestamp = DateTimeOffset.UnixEpoch }, Valid, "FieldValueInvalid metadata.creationTimestamp Invalid value: 1970-01-01 00:00:00 +0000 UTC: field is immutable", 2 },
        { Valid with { DeletionGracePeriodSeconds = 5 }, Valid, "FieldValueInvalid metadata.deletionGracePeriodSeconds Invalid value: 5: field is immutable", 2 },
        { Valid, Valid with { DeletionTimestamp = DateTimeOffset.UnixEpoch }, "FieldValueInvalid metadata.deletionTimestamp Invalid value: \"null\": field is immutable", 2 },
        { Valid with { Labels = Map("$patch", "x") }, Valid, $"FieldValueInvalid metadata.labels Invalid value: \"$patch\": name part {NameSyntax}", 3 },
        { Valid with { Finalizers = ["nodomain"] }, Valid, "FieldValueInvalid metadata.finalizers[0] Invalid value: \"nodomain\": name is neither a standard finalizer name nor is it fully qualified", 1 },
        {
            Valid with { DeletionTimestamp = DateTimeOffset.UnixEpoch, Finalizers = [.. Valid.Finalizers!, "example.com/g"] },
            Valid with { DeletionTimestamp = DateTimeOffset.UnixEpoch },
            "FieldValueForbidden metadata.finalizers Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{\"example.com/g\"}",
            2
        },
    };

    [Fact]
    public void ValidateCreate_Valid_NoErrors() => Assert.Empty(Create(Valid, Namespaced));

    [Fact]
    public void ValidateUpdate_Unchanged_NoErrors() => Assert.Empty(Update(Valid, Valid));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void ValidateCreate_Mistake_OneError(ObjectMeta meta, string error) => Assert.Equal([error], Create(meta, Namespaced));

    [Fact]
    public void ValidateCreate_BadGenerateName_BothNamesReported() =>
        Assert.Equal(["metadata.generateName", "metadata.name"], Errors(e => ObjectMetaValidation.ValidateCreate(Valid with { GenerateName = "Bad_", Name = "Bad_x" }, Namespaced, e)).Select(e => e.Field));

    [Fact]
    public void ValidateCreate_NamespaceOfClusterWideKind_Forbidden() =>
        Assert.Equal(["FieldValueForbidden metadata.namespace Forbidden: not allowed on this type"], Create(Valid, ClusterWide));

    [Fact]
    public void ValidateCreate_PlainFinalizerOfCustomGroup_Allowed() => Assert.Empty(Create(Valid with { Finalizers = ["nodomain"] }, OtherGroup));

    [Theory]
    [MemberData(nameof(BadChanges))]
    public void ValidateUpdate_BadChange_ErrorOfBothChecks(ObjectMeta next, ObjectMeta previous, string error, int times) =>
        Assert.Equal(Enumerable.Repeat(error, times), Update(next, previous));

    private static OwnerReference Owner() => new() { ApiVersion = "v1", Kind = "ConfigMap", Name = "a", Uid = "u1" };

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };

    private static IEnumerable<string> Create(ObjectMeta meta, Kind kind) => Texts(e => ObjectMetaValidation.ValidateCreate(meta, kind, e));

    private static IEnumerable<string> Update(ObjectMeta next, ObjectMeta previous) => Texts(e => ObjectMetaValidation.ValidateUpdate(next, previous, Namespaced, e));

    private static IEnumerable<string> Texts(Action<FieldErrors> validate) => Errors(validate).Select(e => $"{e.Reason} {e.Field} {e.Message}");

    private static IReadOnlyList<FieldError> Errors(Action<FieldErrors> validate)
    {
        var errors = new FieldErrors();
        validate(errors);
        return errors.All;
    }
}
