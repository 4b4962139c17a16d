using System.Reflection;
using ModelPipeline.Specs;
using Shared.Engines;
using Xunit.Sdk;
using static ModelPipeline.Linear.Tests.Wrong.WrongEngines;

namespace ModelPipeline.Linear.Tests.Wrong;

/// <summary>Shows that the contract suite can fail: each of its promises is broken at least once, and the test of that promise finds it.</summary>
public sealed class WrongEngineTests
{
    [Theory]
    [InlineData(typeof(GuessesAlways), nameof(EngineContract<>.A_model_beats_a_constant_guess_on_rows_that_it_has_not_seen))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Equal_requests_save_equal_bytes_in_any_folder))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Any_seed_gives_a_model_and_the_same_seed_the_same))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Threads_train_with_one_engine_at_a_time_and_get_the_same_model))]
    [InlineData(typeof(WritesTheTime), nameof(EngineContract<>.Equal_requests_save_equal_bytes_in_any_folder))]
    [InlineData(typeof(WritesTheTime), nameof(EngineContract<>.A_saved_model_tells_no_time_path_or_host))]
    [InlineData(typeof(WritesInTheCulture), nameof(EngineContract<>.Another_process_with_one_processor_another_culture_and_time_zone_saves_equal_bytes))]
    [InlineData(typeof(ThrowsAtUnknownCategories), nameof(EngineContract<>.Every_category_that_training_has_not_seen_scores_alike))]
    [InlineData(typeof(HasNoAnswerForMissingValues), nameof(EngineContract<>.Rows_may_miss_any_value_and_all_of_them))]
    [InlineData(typeof(LooksAtTheWholeBatch), nameof(EngineContract<>.A_row_scores_the_same_alone_in_a_batch_and_in_any_order))]
    [InlineData(typeof(TakesColumnsByPlace), nameof(EngineContract<>.Columns_are_found_by_name_and_others_change_nothing))]
    [InlineData(typeof(TakesCodesForCategories), nameof(EngineContract<>.Categories_are_known_by_their_text_whatever_their_codes))]
    [InlineData(typeof(LooksForCancellationOnce), nameof(EngineContract<>.Training_stops_in_the_middle_and_the_engine_trains_on))]
    [InlineData(typeof(NeverStopsScoring), nameof(EngineContract<>.Work_that_was_cancelled_before_it_began_stops))]
    [InlineData(typeof(KeepsWhatItScored), nameof(EngineContract<>.Many_rows_in_blocks_take_no_more_memory_than_a_few))]
    [InlineData(typeof(IsForOneThread), nameof(EngineContract<>.Threads_share_a_scorer_and_get_the_same_scores))]
    [InlineData(typeof(RemembersInsteadOfSaving), nameof(EngineContract<>.Another_process_loads_the_model_and_gives_the_same_scores))]
    [InlineData(typeof(RoundsWhatItLoads), nameof(EngineContract<>.A_loaded_model_scores_as_the_trained_one_does))]
    [InlineData(typeof(LoadsForAnySignature), nameof(EngineContract<>.The_model_of_another_signature_is_refused))]
    [InlineData(typeof(ForgivesDamage), nameof(EngineContract<>.A_damaged_file_is_refused))]
    [InlineData(typeof(ForgivesDamage), nameof(EngineContract<>.The_files_of_another_engine_are_refused))]
    [InlineData(typeof(ReadsTheAnswer), nameof(EngineContract<>.Only_the_inputs_of_the_signature_are_used))]
    [InlineData(typeof(IgnoresTheStrongFeature), nameof(EngineContract<>.The_feature_that_tells_most_is_the_most_important))]
    [InlineData(typeof(IgnoresTheStrongFeature), nameof(EngineContract<>.What_tells_something_moves_the_scores))]
    [InlineData(typeof(TakesAnyParameter), nameof(EngineContract<>.A_wrong_parameter_is_refused_by_its_name))]
    [InlineData(typeof(OverflowsAsSinglePrecision), nameof(EngineContract<>.Numbers_far_beyond_those_of_training_score_soundly))]
    [InlineData(typeof(CutsCategoriesAtQuotes), nameof(EngineContract<>.Categories_may_be_any_texts_and_are_told_apart))]
    [InlineData(typeof(GivesAnotherOutput), nameof(EngineContract<>.The_scores_are_the_finite_outputs_of_the_signature))]
    [InlineData(typeof(LooksForCancellationOnceWhenItScores), nameof(EngineContract<>.Scoring_stops_in_the_middle_and_the_scorer_scores_on))]
    [InlineData(typeof(IsDisposedOfOnce), nameof(EngineContract<>.Models_and_scorers_may_be_disposed_of_twice))]
    [InlineData(typeof(LoadedDiesWithTheTrained), nameof(EngineContract<>.A_loaded_model_outlives_the_trained_one))]
    [InlineData(typeof(ThrowsAtWildValues), nameof(EngineContract<>.A_wild_value_in_a_file_is_refused_or_scores_soundly))]
    [InlineData(typeof(StumblesOverOtherFiles), nameof(EngineContract<>.Files_of_the_pipeline_beside_the_engines_change_nothing))]
    [InlineData(typeof(ZipsWithTheTime), nameof(EngineContract<>.A_saved_model_tells_no_time_path_or_host))]
    [InlineData(typeof(ZipsItsPlace), nameof(EngineContract<>.A_saved_model_tells_no_time_path_or_host))]
    [InlineData(typeof(DividesByTheRange), nameof(EngineContract<>.Features_that_never_change_and_rows_that_repeat_do_no_harm))]
    [InlineData(typeof(ThrowsAtRowsThatAllowNoModel), nameof(EngineContract<>.Rows_that_allow_no_model_are_refused))]
    [InlineData(typeof(NeedsTenRows), nameof(EngineContract<>.Odd_rows_are_refused_or_give_sound_scores))]
    [InlineData(typeof(ThrowsAtCommasInNames), nameof(EngineContract<>.Features_may_have_any_name))]
    [InlineData(typeof(NamesNoColumn), nameof(EngineContract<>.Columns_that_are_missing_or_of_another_type_are_refused_by_name))]
    [InlineData(typeof(ThrowsAtNoRows), nameof(EngineContract<>.No_rows_have_no_scores))]
    [InlineData(typeof(HasANameInCapitals), nameof(EngineContract<>.Names_are_lower_case_words_with_hyphens))]
    [InlineData(typeof(DescribesNoParameter), nameof(EngineContract<>.Every_parameter_is_described_and_its_default_is_one_of_its_values))]
    [InlineData(typeof(GuessesAlways), nameof(EngineContract<>.Every_trainer_learns_with_its_defaults))]
    [InlineData(typeof(TakesAnyTrainer), nameof(EngineContract<>.A_trainer_that_does_not_do_the_task_is_refused_by_its_name))]
    [InlineData(typeof(TellsNoVersion), nameof(EngineContract<>.Versions_are_told_each_once))]
    [InlineData(typeof(NamesALibraryInAFolder), nameof(EngineContract<>.Native_libraries_are_file_names_or_full_paths_and_files_are_in_the_folder))]
    public async Task A_wrong_engine_is_caught_and_the_same_engine_without_the_fault_is_not(Type wrong, string test)
    {
        await Run(typeof(Unchanged), test);

        var found = await Record.ExceptionAsync(() => Run(wrong, test));
        (found is ShouldAssertException or FailException or FaultException).ShouldBeTrue(found?.ToString() ?? "It is not found.");
    }

    [Fact]
    public void Every_test_of_the_suite_is_shown_to_fail()
    {
        var shown = typeof(WrongEngineTests).GetMethod(nameof(A_wrong_engine_is_caught_and_the_same_engine_without_the_fault_is_not))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(line => line.Data[1]);

        typeof(EngineContract<>).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => method.Name).Except(shown).ShouldBeEmpty();
    }

    private static async Task Run(Type engine, string test)
    {
        var contract = typeof(Contract<>).MakeGenericType(engine);
        var method = contract.GetMethod(test)!;
        object[] arguments = [.. method.GetParameters().Select(parameter => (object)(parameter.ParameterType == typeof(string) ? "logistic-regression" : ModelTask.BinaryClassification))];
        var result = method.Invoke(Activator.CreateInstance(contract), BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (result is Task running)
            await running;
    }

    private sealed class Contract<TEngine> : EngineContract<TEngine>
        where TEngine : EngineUnderTest, new();
}
