namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The licences that models and libraries usually have, as SPDX spells them; specs have them in lower case, as the Hugging Face hub does.</summary>
internal static class SpdxLicense
{
    private static readonly string[] All =
    [
        "AFL-3.0", "AGPL-3.0-only", "Apache-2.0", "Artistic-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0",
        "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-4.0", "CC0-1.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0",
        "CDLA-Sharing-1.0", "ECL-2.0", "EPL-2.0", "EUPL-1.2", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "ISC", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MPL-2.0",
        "MS-PL", "ODbL-1.0", "OFL-1.1", "PDDL-1.0", "Unlicense", "Zlib",
    ];

    /// <summary>The identifier as SPDX spells it; <see langword="null"/> for a licence that is not among these.</summary>
    /// <param name="license">The licence, in any case.</param>
    public static string? Find(string license) => All.FirstOrDefault(id => id.Equals(license, StringComparison.OrdinalIgnoreCase));
}
