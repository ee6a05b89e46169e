using ActorKube.Api.Kinds;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Storage;

internal static class CSIDriverKind
{
    public static readonly Kind<CSIDriver> Kind = new()
    {
        Group = "storage.k8s.io",
        Version = "v1",
        Name = "CSIDriver",
        Plural = "csidrivers",
        ReturnsDeleted = true,
        Namespaced = false,
        UnconditionalUpdate = false,
        OnDefault = static driver => driver with { Spec = CSIDriverDefaults.Apply(driver.Spec) },
        OnUpdate = CountChanges,
        OnValidate = CSIDriverValidation.Validate,
        OnValidateUpdate = CSIDriverValidation.ValidateUpdate,
        TableColumns = CSIDriverColumns.All,
    };

    /// <summary>Generation of a driver is absent at first and counts changes only: unlike other kinds it does not start at 1.</summary>
    private static CSIDriver CountChanges(CSIDriver next, CSIDriver previous) => ApiEquality.Same(next.Spec, previous.Spec)
        ? next
        : next with { Metadata = next.Metadata with { Generation = previous.Metadata.Generation + 1 } };
}
